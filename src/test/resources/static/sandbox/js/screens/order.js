import { h, button } from '../dom.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { isClaim, service, state, subject } from '../services.js';
import { shortYuan, slotName, toMinute, toSecond, yuan } from '../format.js';
import { now } from '../tester.js';
import { payLater } from '../sheets/pay.js';
import { askForRefund } from '../sheets/refund.js';
import { changeDelivery } from '../sheets/delivery.js';
import { askForHelp } from '../sheets/help.js';
import { correctPayee } from '../sheets/payee.js';
import { receiptCard } from './receipt-card.js';

/** One order: where it stands, what was ordered, what happened, and what can be done about it. */
export const order = {
  title: '订单详情',
  async render({ orderNo }) {
    const one = await backoffice.order(orderNo);
    const { name, look, says } = state(one);
    return h(
      'div',
      { class: 'page', testid: 'order' },
      h(
        'div',
        { class: `order-hero ${look === 'done' || look === 'off' ? look : ''}` },
        h('h2', { testid: 'order-status' }, name),
        h('p', { testid: 'order-says' }, one.rejectReason ? `原因：${one.rejectReason}` : one.status === 'AWAITING_PAYMENT' ? remaining(one) : says),
      ),
      one.actions.includes('payee') && act('correct-payee', 'primary', '更正收款信息', () => correctPayee(one)),
      one.shop && shop(one.shop),
      h('div', { class: 'card' }, h('h3', {}, subject(one)), h('dl', { class: 'facts' }, facts(one))),
      one.refunds.length > 0 && refunds(one),
      one.afterSales.length > 0 && afterSales(one),
      h('div', { class: 'card' }, h('h3', {}, '订单进度'), h('ol', { class: 'timeline', testid: 'timeline' }, newestFirst(one.timeline))),
      h('div', { class: 'actions' }, actions(one)),
      one.details?.receiptUrl && receiptCard(one),
    );
  },
};

function remaining(one) {
  const minutes = one.payBefore ? Math.ceil((new Date(one.payBefore) - now()) / 60000) : 0;
  return minutes > 0 ? `请在 ${minutes} 分钟内支付，超时自动取消` : '支付时间已到，订单即将取消';
}

function shop({ name, phone, estimatedDeliveryAt }) {
  return h(
    'div',
    { class: 'card', testid: 'shop' },
    h('h3', {}, '商家信息'),
    h(
      'dl',
      { class: 'facts' },
      fact('花店', h('span', { testid: 'shop-name' }, name)),
      fact('联系电话', h('a', { class: 'phone-link', testid: 'shop-phone', href: `tel:${phone}` }, phone)),
      fact('预计送达', h('span', { testid: 'shop-eta' }, toMinute(estimatedDeliveryAt))),
    ),
  );
}

const fact = (label, value) => [h('dt', {}, label), h('dd', {}, value)];

function facts(one) {
  const details = one.details ?? {};
  const money = (label, fen, testid) => fen > 0 && fact(label, h('span', { testid }, `¥${yuan(fen)}`));
  return [
    details.city && fact('配送地址', `${details.city} ${details.address}`),
    details.recipient && fact('收花人', `${details.recipient} ${details.phone}`),
    details.deliverySlot && fact('配送时段', slotName(details.deliverySlot)),
    details.cardMessage && fact('贺卡留言', details.cardMessage),
    details.faceFen && (details.productId ? fact('券面值', `¥${yuan(details.faceFen)} × ${details.quantity} 张`) : fact('充值面额', `¥${yuan(details.faceFen)}`)),
    !details.recipient && details.phone && fact('手机号', details.phone),
    details.spentFen && fact('消费金额', `¥${yuan(details.spentFen)}`),
    details.brand && fact('品牌', details.brand),
    details.item && fact('项目', details.item),
    isClaim(one) && claimFacts(one, details),
    money('商品金额', one.priceFen, 'price'),
    one.discountFen > 0 && fact('礼券抵扣', `−¥${yuan(one.discountFen)}`),
    money(one.paidFen > 0 ? '实付金额' : '应付金额', one.paidFen || one.payableFen, 'paid'),
    fact('业务', service(one.service).name),
    fact('订单号', [h('span', { class: 'mono', testid: 'order-no' }, one.orderNo), copyButton(one.orderNo)]),
    fact('下单时间', toSecond(one.createdAt)),
  ];
}

/** What comes back by one coupon, and to whom; the payee masked. */
function claimFacts({ status }, { cashbackFen, payee }) {
  const coupon = { COMPLETED: '已使用', REJECTED: '已退回' }[status] ?? '占用中';
  return [
    cashbackFen && fact('返现金额', h('span', { testid: 'cashback' }, `¥${yuan(cashbackFen)}`)),
    cashbackFen && fact('使用礼券', `返现券 ¥${shortYuan(cashbackFen)}（${coupon}）`),
    payee && fact('收款人', h('span', { testid: 'payee' }, payee.alipayAccount ? `支付宝 ${payee.alipayAccount}` : [payee.realName, payee.bankName ?? '银行卡', payee.bankCardNo].join(' '))),
    payee && fact('联系电话', payee.phone),
  ];
}

/** Every request for help, the newest first, with the answer of customer service. */
function afterSales({ afterSales: all }) {
  const states = { OPEN: '等待客服答复', ANSWERED: '办理中', SOLVED: '已办结' };
  const outcomes = { EXPLAINED: '已说明', REDO: '重新办理', REFUND: '退款' };
  return h(
    'div',
    { class: 'card', testid: 'after-sales' },
    h('h3', {}, '售后'),
    [...all].reverse().map((one) =>
      h(
        'dl',
        { class: 'facts' },
        fact(toMinute(one.at), h('span', { testid: 'after-sale-state' }, `${one.topic} · ${states[one.state]}`)),
        one.text && fact('问题', one.text),
        one.answer && fact(`客服${outcomes[one.outcome]}`, h('span', { testid: 'after-sale-answer' }, one.answer)),
      ),
    ),
  );
}

/** Every refund of the order, the newest first, with what customer service said to it. */
function refunds({ refunds: all }) {
  return h(
    'div',
    { class: 'card', testid: 'refunds' },
    h('h3', {}, '退款'),
    h(
      'dl',
      { class: 'facts' },
      [...all].reverse().map((one, index) => [
        fact(toMinute(one.at), h('span', { testid: index === 0 ? 'refund' : 'earlier-refund' }, refund(one))),
        one.decisionNote && fact('客服说明', h('span', { testid: index === 0 ? 'refund-note' : 'earlier-refund-note' }, one.decisionNote)),
      ]),
    ),
  );
}

function refund({ status, refundFen }) {
  const names = { REQUESTED: '客服审核中', APPROVED: '退款中', BY_HAND: '财务转账中', REFUNDED: '已退款', REJECTED: '未通过', WITHDRAWN: '已撤回' };
  return `${names[status] ?? status ?? ''}${refundFen ? ` ¥${yuan(refundFen)}` : ''}`;
}

/** A customer who phones reads the number out, or pastes it. */
function copyButton(text) {
  return button({ class: 'copy', testid: 'copy-order-no' }, '复制', async () => {
    await navigator.clipboard.writeText(text);
    shell.toast('订单号已复制');
  });
}

const newestFirst = (timeline) => [...timeline].reverse().map(({ at, text }) => h('li', {}, text, h('time', {}, toMinute(at))));

const act = (testid, look, label, work) => button({ class: look, testid }, label, () => shell.attempt(work));

function actions(one) {
  const list = [];
  const can = (name) => one.actions.includes(name);
  if (can('payment')) list.push(act('pay-order', 'primary', `去支付 ¥${yuan(one.payableFen)}`, () => payLater(one)));
  if (can('cancellation'))
    list.push(act('cancel-order', 'secondary', '取消订单', () => asked('确定取消订单？', '取消后礼券会退回您的账户', () => backoffice.cancel(one.orderNo), '订单已取消')));
  if (can('delivery')) list.push(act('change-delivery', 'secondary', '修改配送信息', () => changeDelivery(one)));
  if (can('delivery-confirmation'))
    list.push(act('confirm-delivery', 'primary', '确认收花', () => asked('确认已经收到鲜花？', '确认后订单完成', () => backoffice.confirmDelivery(one.orderNo), '已确认收花')));
  if (can('refund-request')) list.push(act('request-refund', 'secondary', '申请退款', () => askForRefund(one)));
  if (can('after-sales')) list.push(act('ask-for-help', 'secondary', '联系客服', () => askForHelp(one)));
  if (can('refund-request-withdrawal'))
    list.push(act('withdraw-refund', 'secondary', '撤回退款申请', () => asked('撤回退款申请？', '撤回后订单照常办理', () => backoffice.withdrawRefund(one.orderNo), '已撤回')));
  return list;
}

async function asked(question, detail, work, done) {
  if (!(await shell.confirm(question, detail))) return;
  await work();
  shell.toast(done);
  await shell.refresh();
}
