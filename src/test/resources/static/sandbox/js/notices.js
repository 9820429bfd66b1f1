import { h, button } from './dom.js';
import { toClock, toMinute } from './format.js';
import { shell } from './shell.js';
import { session } from './session.js';
import { now, tester } from './tester.js';
import { fieldName, sentence } from './texts.js';

const BANNER_MILLIS = 3500;

let seen = null;
let all = [];
let unread = 0;

/** Looks for WeChat and text messages to this person and lets new ones drop in from above. */
export async function pollNotices() {
  const user = session.user;
  if (!user) return false;
  const [messages, texts] = await Promise.all([tester.messages(user.openid), tester.sms(user.phone)]);
  all = [...messages.map(fromWeChat), ...texts.map(fromSms)].sort((a, b) => new Date(b.at) - new Date(a.at));
  const first = seen === null || seen.openid !== user.openid;
  const known = first ? new Set(all.map((notice) => notice.id)) : seen.ids;
  const fresh = all.filter((notice) => !known.has(notice.id));
  seen = { openid: user.openid, ids: new Set(all.map((notice) => notice.id)) };
  if (first) unread = 0;
  unread += fresh.length;
  shell.unread(unread);
  fresh.reverse().forEach(drop);
  return fresh.length > 0;
}

/** The notification centre, as it slides over the mini-program. */
export function openCentre() {
  unread = 0;
  shell.unread(0);
  shell.banners.replaceChildren();
  shell.root.querySelector('.centre')?.remove();
  const close = () => centre.remove();
  const centre = h(
    'div',
    { class: 'centre', testid: 'notification-centre' },
    h('header', {}, h('div', {}, h('strong', {}, toClock(now())), '通知中心'), button({ testid: 'notifications-close' }, '关闭', close)),
    h(
      'div',
      { class: 'list' },
      all.length ? all.map(card) : h('div', { class: 'empty' }, '还没有微信消息和短信'),
    ),
  );
  shell.root.append(centre);
}

function drop(notice) {
  const banner = h('button', { type: 'button', onclick: () => openCentre() }, card(notice));
  shell.banners.append(banner);
  setTimeout(() => banner.remove(), BANNER_MILLIS);
}

function card(notice) {
  return h(
    'div',
    { class: 'notice', testid: 'notification' },
    h('span', { class: `notice-icon ${notice.kind}` }, notice.kind === 'sms' ? '短' : '微'),
    h('div', { class: 'notice-head' }, notice.from, h('time', {}, toMinute(notice.at))),
    h('div', { class: 'notice-body' }, notice.body()),
  );
}

const fromSms = (sms) => ({ id: sms.bizId, kind: 'sms', from: `短信 · ${sms.signName}`, at: sms.at, body: () => sentence(sms) });

function fromWeChat(message) {
  return {
    id: `${message.at}${message.template}`,
    kind: 'wechat',
    from: '微信 · 服务通知',
    at: message.at,
    body: () =>
      h(
        'dl',
        {},
        Object.entries(message.params).map(([key, value]) => h('div', {}, h('dt', {}, `${fieldName(key)}：`), h('dd', {}, value))),
      ),
  };
}

export function mountNotices() {
  shell.bell.addEventListener('click', openCentre);
}
