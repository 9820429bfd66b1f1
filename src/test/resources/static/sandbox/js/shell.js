import { h, button } from './dom.js';
import { icon } from './icons.js';
import { toClock } from './format.js';
import { now } from './tester.js';

const TABS = [
  ['home', '首页', 'home'],
  ['orders', '订单', 'orders'],
  ['coupons', '礼券', 'coupons'],
  ['me', '我的', 'me'],
];

const screens = new Map();
let stack = [];
let drawn = 0;

const time = h('span');
const badge = h('span', { class: 'badge', hidden: true });
const bell = h('button', { type: 'button', class: 'bell', testid: 'notifications-open', title: '通知', ariaLabel: '通知' }, icon('bell'), badge);
const title = h('h1', { testid: 'screen-title' });
const back = h('button', { type: 'button', class: 'nav-back', testid: 'back', ariaLabel: '返回', onclick: () => shell.back() }, icon('back'));
const screen = h('div', { class: 'screen', testid: 'screen' });
const tabs = h('nav', { class: 'tab-bar' });
const banners = h('div', { class: 'banners', ariaLive: 'polite' });

/** The phone around the mini-program: bars, tabs, the stack of screens, sheets and short messages. */
export const shell = {
  root: null,
  banners,
  bell,

  mount(root) {
    shell.root = root;
    root.append(
      h('div', { class: 'status-bar' }, time, h('span', { class: 'status-icons' }, bell, icon('signal'), icon('battery'))),
      h('header', { class: 'nav-bar' }, h('span', {}, back), title, h('span', { class: 'capsule', ariaHidden: 'true' }, icon('more'), h('i'), icon('target'))),
      screen,
      tabs,
      banners,
      h('div', { class: 'home-indicator' }),
    );
    setInterval(shell.tick, 1000);
    shell.tick();
  },

  tick() {
    time.textContent = toClock(now());
  },

  unread(count) {
    badge.hidden = count === 0;
    badge.textContent = count > 99 ? '99+' : String(count);
  },

  /** A screen draws itself into a node: `{ title, tab?, bare?, render(params) }`. */
  register(name, definition) {
    screens.set(name, definition);
  },

  /** Replaces everything by a screen without a way back. */
  start(name, params = {}) {
    stack = [{ name, params }];
    return draw(true);
  },

  open(name, params = {}) {
    stack.push({ name, params });
    return draw(true);
  },

  back() {
    if (stack.length > 1) stack.pop();
    return draw(true);
  },

  /** Leaves the screens on top and opens another instead, such as the order after its form. */
  replace(name, params = {}) {
    stack = [stack[0], { name, params }];
    return draw(true);
  },

  /** Draws the present screen again, where the person had scrolled to. */
  refresh: () => draw(false),

  get current() {
    return stack.at(-1);
  },

  toast(text) {
    shell.root.querySelector('.toast')?.remove();
    const shown = h('div', { class: 'toast', role: 'status', testid: 'toast' }, text);
    shell.root.append(shown);
    setTimeout(() => shown.remove(), 2600);
  },

  /** Does the work, and shows why when it is refused. */
  async attempt(work) {
    try {
      return await work();
    } catch (refusal) {
      console.debug(refusal);
      shell.toast(refusal.message);
      return undefined;
    }
  },

  /** Shows a sheet from below; `build(close)` makes its content. Resolves with what close was given. */
  sheet(build, { testid, dismissable = true } = {}) {
    return new Promise((resolve) => {
      const overlay = h('div', { class: 'overlay', testid });
      const close = (value) => {
        overlay.remove();
        resolve(value);
      };
      const content = build(close);
      overlay.append(content.classList.contains('dialog') || content.classList.contains('paid') ? content : h('div', { class: 'sheet' }, content));
      if (dismissable) overlay.addEventListener('click', (event) => event.target === overlay && close(undefined));
      shell.root.append(overlay);
    });
  },

  /** Asks yes or no. */
  confirm(question, detail, yes = '确定') {
    return shell.sheet(
      (close) =>
        h(
          'div',
          { class: 'dialog', role: 'alertdialog' },
          h('h2', {}, question),
          h('p', {}, detail ?? ''),
          h('footer', {}, button({ testid: 'dialog-cancel' }, '取消', () => close(false)), button({ testid: 'dialog-confirm' }, yes, () => close(true))),
        ),
      { testid: 'dialog' },
    );
  },
};

/** The head of a sheet, with a cross. */
export const sheetHead = (text, close) =>
  h('div', { class: 'sheet-head' }, text, h('button', { type: 'button', ariaLabel: '关闭', onclick: () => close(undefined) }, '✕'));

async function draw(fresh) {
  const mine = ++drawn;
  const { name, params } = stack.at(-1);
  const definition = screens.get(name);
  if (fresh) screen.setAttribute('aria-busy', 'true');
  let node;
  try {
    node = await definition.render(params);
  } catch (refusal) {
    console.debug(refusal);
    node = h('div', { class: 'empty' }, icon('box'), refusal.message, button({ class: 'secondary' }, '重试', () => draw(true)));
  }
  // Somebody opened another screen while this one was loading.
  if (mine !== drawn) return;
  screen.removeAttribute('aria-busy');
  title.textContent = definition.title;
  back.hidden = stack.length === 1;
  const top = screen.scrollTop;
  screen.replaceChildren(node);
  screen.scrollTop = fresh ? 0 : top;
  tabs.hidden = !definition.tab;
  tabs.replaceChildren(...(definition.tab ? tabButtons(definition.tab) : []));
}

function tabButtons(active) {
  return TABS.map(([name, label, picture]) =>
    h(
      'button',
      { type: 'button', testid: `tab-${name}`, 'aria-current': name === active ? 'page' : undefined, onclick: () => shell.start(name) },
      icon(picture),
      label,
    ),
  );
}
