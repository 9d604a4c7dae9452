// Text goes in as text: a label is never markup.
export const byId = id => document.getElementById(id);

export function element(name, { className, text, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Writes only what changed, so that a selection or a reading position survives an update.
export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
