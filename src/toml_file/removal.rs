//! Removing the entry of a table that has a mistake, so that the rest can be read.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Removes the innermost entry that holds a span. Returns its path: `publisher.name`.
pub fn remove_entry(table: &mut DeTable<'_>, span: &Range<usize>) -> Option<String> {
    let (key, value) = table
        .iter_mut()
        .find(|(key, value)| contains(key.span(), span) || value_holds(value, span))?;
    let name = key.get_ref().to_string();
    let inner = match value.get_mut() {
        DeValue::Table(inner) if !contains(key.span(), span) => remove_entry(inner, span),
        DeValue::Array(items) if items.iter().any(|item| is_one_with(item, span)) => {
            let inner = items.iter_mut().find_map(|item| match item.get_mut() {
                DeValue::Table(inner) => remove_entry(inner, span),
                _ => None,
            });
            if inner.is_none() {
                // The item as a whole is wrong; the others may be valid.
                *items = std::mem::replace(items, DeArray::new())
                    .into_iter()
                    .filter(|item| !contains(item.span(), span))
                    .collect();
                return Some(name);
            }
            inner
        }
        _ => None,
    };
    match inner {
        Some(path) => Some(format!("{name}.{path}")),
        None => table.remove(name.as_str()).map(|_| name),
    }
}

fn contains(outer: Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// True for the item that holds a span, where a list can do without: not one of numbers that belong
/// together.
fn is_one_with(item: &Spanned<DeValue<'_>>, span: &Range<usize>) -> bool {
    !item.get_ref().is_array() && value_holds(item, span)
}

/// True if the span lies in the value or, for tables whose own span is only their heading, in one
/// of its entries.
fn value_holds(value: &Spanned<DeValue<'_>>, span: &Range<usize>) -> bool {
    contains(value.span(), span)
        || match value.get_ref() {
            DeValue::Table(inner) => inner
                .iter()
                .any(|(key, value)| contains(key.span(), span) || value_holds(value, span)),
            DeValue::Array(items) => items.iter().any(|item| value_holds(item, span)),
            _ => false,
        }
}
