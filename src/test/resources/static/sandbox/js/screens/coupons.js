import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { session } from '../session.js';
import { service } from '../services.js';
import { shortYuan, toDate } from '../format.js';
import { askForPhone } from '../sheets/phone.js';
import { redeem } from '../sheets/redemption.js';

const SEGMENTS = [
  ['usable', '可使用', ['ISSUED', 'HELD']],
  ['used', '已使用', ['USED']],
  ['gone', '已失效', ['EXPIRED', 'VOID']],
];

const KINDS = { CODE: '兑换码', DEDUCTION: '抵扣券', CASHBACK: '返现券' };

/** 我的礼券. */
export const coupons = {
  title: '我的礼券',
  tab: 'coupons',
  async render({ segment = 'usable' }) {
    const states = SEGMENTS.find(([name]) => name === segment)[2];
    const wallet = (await backoffice.coupons()).items;
    const shown = wallet.filter((coupon) => states.includes(coupon.status));
    return h(
      'div',
      {},
      h(
        'div',
        { class: 'segments', role: 'tablist' },
        SEGMENTS.map(([name, label, of]) =>
          h('button', { type: 'button', role: 'tab', testid: `coupons-${name}`, 'aria-selected': String(name === segment), onclick: () => shell.start('coupons', { segment: name }) }, `${label} ${wallet.filter((coupon) => of.includes(coupon.status)).length}`),
        ),
      ),
      h('div', { class: 'page', testid: 'coupon-list' }, shown.length ? shown.map(ticket) : empty()),
    );
  },
};

function empty() {
  if (session.customer?.phone) return h('div', { class: 'empty' }, icon('coupons'), '这里还没有礼券');
  const bind = async () => (await askForPhone()) && shell.refresh();
  return h('div', { class: 'empty' }, icon('coupons'), '绑定手机号后即可看到发放给您的礼券', button({ class: 'primary' }, '绑定手机号', bind));
}

function ticket(coupon) {
  const usable = coupon.status === 'ISSUED';
  const code = coupon.kind === 'CODE' && (usable || coupon.status === 'USED');
  return h(
    'div',
    { class: `ticket ${usable || code ? '' : 'spent'}`, testid: `ticket-${coupon.id}` },
    h('span', { class: 'face' }, h('span', { class: 'price large' }, shortYuan(coupon.faceFen)), h('small', {}, KINDS[coupon.kind] ?? '')),
    h(
      'span',
      {},
      h('span', { class: 'name' }, coupon.name),
      h('br'),
      h('small', { class: 'muted' }, `${service(coupon.service).name} · ${validity(coupon)}`),
    ),
    code ? button({ class: 'use', testid: `redeem-${coupon.id}` }, usable ? '去使用' : '看券码', () => shell.attempt(() => redeem(coupon))) : null,
  );
}

/** A redeemed code may be spent for a month only, however long the coupon was valid before. */
function validity({ status, validUntil, useBefore, redeemedAt }) {
  switch (status) {
    case 'HELD':
      return '订单占用中';
    case 'USED':
      return useBefore ? `请于 ${toDate(useBefore)} 前使用` : redeemedAt ? `${toDate(redeemedAt)} 已使用` : '已使用';
    case 'EXPIRED':
      return `${toDate(validUntil)} 已过期`;
    case 'VOID':
      return '已作废';
    default:
      return `${toDate(validUntil)} 前有效`;
  }
}
