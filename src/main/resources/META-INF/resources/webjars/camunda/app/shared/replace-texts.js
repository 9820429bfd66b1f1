const ATTRIBUTES = ['placeholder', 'title', 'aria-label', 'alt', 'label'];

function chinese(text, { exact, patterns = [] }) {
  const english = text.replace(/\s+/g, ' ').trim();
  if (!/[A-Za-z]{2}/.test(english)) return null;
  if (Object.hasOwn(exact, english)) return exact[english];
  const pattern = patterns.find(([regex]) => regex.test(english));
  return pattern ? english.replace(pattern[0], pattern[1]) : null;
}

function replaceText(node, texts) {
  const home = node.parentElement;
  for (const set of texts) {
    const text = home?.closest(set.within) ? chinese(node.data, set) : null;
    if (text !== null) node.data = text;
  }
}

function replaceAttributes(element, texts) {
  for (const set of texts.filter(({ within, attributesWithin = within }) => element.closest(attributesWithin))) {
    for (const name of ATTRIBUTES) {
      const text = element.hasAttribute(name) ? chinese(element.getAttribute(name), set) : null;
      if (text !== null) element.setAttribute(name, text);
    }
  }
}

function visit(node, texts) {
  if (node.nodeType === Node.TEXT_NODE) replaceText(node, texts);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const found = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (found.nextNode()) replaceText(found.currentNode, texts);
  replaceAttributes(node, texts);
  node.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join()).forEach((element) => replaceAttributes(element, texts));
}

/**
 * Replaces hard-coded English from now on, as it appears and before it is painted. Each set of texts names the places
 * where it applies (`within`, and `attributesWithin` for attributes) and gives `exact` texts and `patterns`.
 */
export function replaceTexts(...texts) {
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'childList') addedNodes.forEach((node) => visit(node, texts));
      else if (type === 'characterData') replaceText(target, texts);
      else replaceAttributes(target, texts);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
}
