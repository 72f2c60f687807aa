// The values of another region: each colour has the lightness that it has here and a hue on the other side of the circle,
// headings are without serifs, corners are round.

/** Makes the style sheet of colours of another region out of that of this one. */
export function otherColours(colours) {
  return colours.replaceAll(/#[0-9a-f]{6}\b/gi, (colour) => turned(colour));
}

/** Its tokens.css, which comes after the one of the program. */
export const otherForms = "@layer tokens { :root { --nl-heading-font-family: verdana, sans-serif; --radius: 0.75rem; } }";

/** How far around the circle of hues, in turns. */
const turn = 0.45;

/**
 * The colour with another hue and the same relative luminance, on which contrast rests. Where the new hue cannot be as vivid at
 * that luminance it is greyer.
 */
function turned(hex) {
  const rgb = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const light = luminance(rgb);
  const [u, v] = [rgb[0] - light, rgb[2] - light];
  const [cos, sin] = [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)];
  const away = [u * cos - v * sin, 0, u * sin + v * cos];
  away[1] = -(0.2126 * away[0] + 0.0722 * away[2]) / 0.7152;
  const most = Math.min(1, ...away.map((part) => (part > 0 ? (1 - light) / part : part < 0 ? light / -part : 1)));
  return `#${away.map((part) => byte(light + part * most)).join("")}`;
}

const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

function byte(part) {
  const stored = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, stored))).toString(16).padStart(2, "0");
}
