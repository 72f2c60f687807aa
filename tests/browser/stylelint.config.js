// The standard configuration. Every exception stands here with its reason.

export default {
  extends: "stylelint-config-standard",
  reportNeedlessDisables: true,
  rules: {
    // A class is a part, and a variant or an element of it: `teaser`, `teaser--news`, `note__title`.
    "selector-class-pattern": "^[a-z]+(-[a-z]+)*(__[a-z]+)?(--[a-z]+(-[a-z]+)*)?$",
    // What the eye sees must be what the keyboard and a screen reader meet.
    "property-disallowed-list": ["order", "user-select", "float"],
    "declaration-property-value-disallowed-list": { "flex-direction": ["/reverse/"], "flex-flow": ["/reverse/"] },
    "selector-max-id": 0,
    "declaration-no-important": true,
  },
};
