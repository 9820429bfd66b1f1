import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { picture } from '../art.js';
import { isClaim, service, state, subject } from '../services.js';
import { toMinute, yuan } from '../format.js';

const SEGMENTS = [
  ['ALL', '全部', ''],
  ['AWAITING_PAYMENT', '待支付', 'AWAITING_PAYMENT'],
  ['PAID', '待接单', 'PAID', (order) => !isClaim(order)],
  ['REVIEW', '审核中', 'PAID', isClaim],
  ['ACCEPTED', '进行中', 'ACCEPTED'],
  ['COMPLETED', '已完成', 'COMPLETED'],
  ['REJECTED', '审核不通过', 'REJECTED'],
];

/** Fewer are not worth a button for more. */
const ENOUGH = 20;

/** The customer's orders, newest first. */
export const orders = {
  title: '我的订单',
  tab: 'orders',
  async render(params) {
    const chosen = SEGMENTS.find(([name]) => name === params.segment) ?? SEGMENTS[0];
    const list = h('div', { class: 'page', testid: 'order-list' });
    await show(list, await read(chosen, 0), chosen);
    return h(
      'div',
      {},
      h(
        'div',
        { class: 'segments', role: 'tablist' },
        SEGMENTS.map(([name, label]) =>
          h('button', { type: 'button', role: 'tab', testid: `orders-${name}`, 'aria-selected': String(name === chosen[0]), onclick: () => shell.start('orders', { segment: name }) }, label),
        ),
      ),
      list,
    );
  },
};

/** The API knows one status for paid orders and claims in review: reads on until enough of the wanted ones have come. */
async function read([, , status, wanted = () => true], from) {
  const items = [];
  for (let page = from; ; page++) {
    const answer = await backoffice.orders(status, page);
    items.push(...answer.items.filter(wanted));
    const last = (page + 1) * answer.size >= answer.total;
    if (last || items.length >= ENOUGH) return { items, next: last ? undefined : page + 1 };
  }
}

async function show(list, { items, next }, segment) {
  const { flowers } = await backoffice.knownCatalog();
  list.append(...items.map((order) => orderCard(order, flowers)));
  if (!list.children.length) list.append(h('div', { class: 'empty' }, icon('orders'), '还没有订单'));
  if (next === undefined) return;
  const more = button({ class: 'secondary' }, '加载更多', async () => {
    const further = await shell.attempt(() => read(segment, next));
    if (!further) return;
    more.remove();
    await show(list, further, segment);
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
    foot(order),
  );
}

/** What the order is about in money, or why there is none. */
function foot(order) {
  const line = (label, fen) => h('span', { class: 'foot' }, h('span', { class: 'muted' }, label), h('span', { class: 'price' }, yuan(fen)));
  if (order.rejectReason) return h('span', { class: 'foot muted' }, `原因：${order.rejectReason}`);
  if (order.details?.cashbackFen) return line(order.status === 'COMPLETED' ? '已返现' : '可返现', order.details.cashbackFen);
  if (order.paidFen) return line('实付', order.paidFen);
  return order.payableFen ? line('应付', order.payableFen) : null;
}
