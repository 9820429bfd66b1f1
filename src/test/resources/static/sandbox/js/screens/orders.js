import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { picture } from '../art.js';
import { service, state, subject } from '../services.js';
import { toMinute, yuan } from '../format.js';

const SEGMENTS = [
  ['', '全部'],
  ['AWAITING_PAYMENT', '待支付'],
  ['PAID', '待接单'],
  ['ACCEPTED', '已接单'],
  ['COMPLETED', '已完成'],
];

/** The customer's orders, newest first. */
export const orders = {
  title: '我的订单',
  tab: 'orders',
  async render(params) {
    const status = params.status ?? '';
    const list = h('div', { class: 'page', testid: 'order-list' });
    const first = await backoffice.orders(status);
    await show(list, first, status);
    return h(
      'div',
      {},
      h(
        'div',
        { class: 'segments', role: 'tablist' },
        SEGMENTS.map(([value, label]) =>
          h('button', { type: 'button', role: 'tab', testid: `orders-${value || 'ALL'}`, 'aria-selected': String(value === status), onclick: () => shell.start('orders', { status: value }) }, label),
        ),
      ),
      list,
    );
  },
};

async function show(list, page, status) {
  const { flowers } = await backoffice.knownCatalog();
  list.append(...page.items.map((order) => orderCard(order, flowers)));
  if (page.total === 0) list.append(h('div', { class: 'empty' }, icon('orders'), '还没有订单'));
  if ((page.page + 1) * page.size >= page.total) return;
  const more = button({ class: 'secondary' }, '加载更多', async () => {
    const next = await shell.attempt(() => backoffice.orders(status, page.page + 1));
    if (!next) return;
    more.remove();
    await show(list, next, status);
  });
  list.append(more);
}

function orderCard(order, flowers) {
  const { name, tone } = service(order.service);
  const { name: status, look } = state(order);
  const flower = flowers.find((one) => one.id === order.details?.flowerId);
  return h(
    'button',
    { type: 'button', class: 'card order-card', testid: `order-card-${order.orderNo}`, onclick: () => shell.open('order', { orderNo: order.orderNo }) },
    h('span', { class: 'head' }, h('span', { class: 'muted' }, name), h('span', { class: `state ${look}` }, status)),
    h('span', { class: 'middle' }, h('span', { class: 'thumb', tone }, flower ? picture(flower) : icon(order.service)), h('span', {}, h('strong', {}, subject(order)), h('br'), h('span', { class: 'small muted' }, toMinute(order.createdAt)))),
    h('span', { class: 'foot' }, h('span', { class: 'muted' }, order.payableFen ? '实付' : ''), order.payableFen ? h('span', { class: 'price' }, yuan(order.paidFen || order.payableFen)) : null),
  );
}
