import { h, button } from '../dom.js';

/** A card of the panel. */
export const tool = (title, hint, ...content) => h('section', { class: 'tool' }, h('h3', {}, title, hint && h('small', {}, hint)), content);

/** A small button; what goes wrong is said beside it. */
export function chip(testid, label, work, strong = false) {
  const element = button({ class: strong ? 'chip strong' : 'chip', testid }, label, async () => {
    try {
      element.title = '';
      await work();
    } catch (refusal) {
      element.title = refusal.message;
      alert(refusal.message);
    }
  });
  return element;
}

/** Replaces the content only when it differs, so that a poll disturbs no scrolling and no selection. */
export function updater(node) {
  let before = '';
  return (items, draw, none) => {
    const now = JSON.stringify(items);
    if (now === before) return;
    before = now;
    node.replaceChildren(...(items.length ? items.map(draw) : [h('li', { class: 'none' }, none)]));
  };
}
