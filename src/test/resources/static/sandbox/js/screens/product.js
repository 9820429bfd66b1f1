import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { shortYuan, yuan } from '../format.js';
import { freshKey } from '../http.js';
import { service } from '../services.js';
import { checkOut } from '../sheets/pay.js';
import { gone } from './gone.js';

/** The API takes no more in one order. */
const MOST = 20;

/** Buys coupons of a service. */
export const product = {
  title: '购券',
  async render({ service: code }) {
    const { couponProducts } = await backoffice.catalog();
    const products = couponProducts.filter((one) => one.service === code);
    return products.length ? h('div', { class: 'page' }, products.map(card)) : gone('暂无可购买的礼券');
  },
};

function card(one) {
  let quantity = 1;
  let key = freshKey();
  const count = h('span', { testid: 'quantity' }, '1');
  const sum = h('span', { class: 'price large' }, yuan(one.priceFen));
  const less = h('button', { type: 'button', ariaLabel: '减少', disabled: true, onclick: () => change(-1) }, '−');
  const more = h('button', { type: 'button', ariaLabel: '增加', testid: 'quantity-more', onclick: () => change(1) }, '+');
  const limit = h('p', { class: 'small muted', testid: 'quantity-limit' }, `每单最多 ${MOST} 张`);
  const change = (step) => {
    quantity = Math.min(MOST, Math.max(1, quantity + step));
    key = freshKey();
    count.textContent = String(quantity);
    sum.textContent = yuan(one.priceFen * quantity);
    less.disabled = quantity === 1;
    more.disabled = quantity === MOST;
    limit.textContent = quantity === MOST ? `每单最多 ${MOST} 张，要更多请分几单购买` : `每单最多 ${MOST} 张`;
  };
  const buy = async () => checkOut(await backoffice.placeCoupons({ productId: one.id, quantity }, key));
  return h(
    'div',
    { class: 'card order-card', testid: `product-${one.id}` },
    h('div', { class: 'middle' }, h('span', { class: 'thumb', tone: service(one.service).tone }, icon(one.service)), h('span', {}, h('strong', {}, one.name), h('br'), h('span', { class: 'small muted' }, `面值 ¥${shortYuan(one.faceFen)} · ${one.inStock ? '有货' : '采购中，付款后尽快出券'}`))),
    h(
      'div',
      { class: 'foot' },
      sum,
      h('span', { class: 'stepper' }, less, count, more),
    ),
    limit,
    button({ class: 'primary', testid: 'submit-order' }, '立即购买', () => shell.attempt(buy)),
  );
}
