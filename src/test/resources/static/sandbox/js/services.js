/** Names, colours and states of the services, as people see them. */
export const SERVICES = {
  FLOWER: { name: '鲜花配送', tone: '#d8452f' },
  TOP_UP: { name: '话费充值', tone: '#2f6fde' },
  MOVIE: { name: '观影选座', tone: '#8b4fd1' },
  FUEL: { name: '加油优惠', tone: '#d9860a' },
  EV_CHARGE: { name: '新能源车充电', tone: '#1f9d57' },
  CAR_WASH: { name: '车辆清洗', tone: '#1290b0' },
  MAINTENANCE: { name: '车辆保养', tone: '#5b6b8c' },
  PAINT: { name: '喷漆', tone: '#c2478a' },
};

export const service = (code) => SERVICES[code] ?? { name: code, tone: '#5b6b8c' };

const PAID_ORDER = {
  AWAITING_PAYMENT: { name: '待支付', look: 'wait', says: '请在时限内完成支付，超时订单会自动取消' },
  PAID: { name: '待接单', look: 'go', says: '下单成功，等待商家接单' },
  ACCEPTED: { name: '已接单', look: 'go', says: '商家已接单，请留意预计送达时间' },
  COMPLETED: { name: '已完成', look: 'done', says: '感谢使用，欢迎再次光临' },
  REJECTED: { name: '审核不通过', look: 'bad', says: '本次申请未通过审核' },
  CANCELLED: { name: '已取消', look: 'off', says: '订单已取消' },
  REFUNDING: { name: '退款中', look: 'wait', says: '退款处理中，将原路退回' },
  REFUNDED: { name: '已退款', look: 'off', says: '退款已到账' },
};

const SAYS = {
  TOP_UP: { PAID: '支付成功，正在为您充值', COMPLETED: '充值已完成' },
  MOVIE: { PAID: '支付成功，正在为您出券', COMPLETED: '券已放入“我的礼券”' },
};

const CLAIM = {
  PAID: { name: '审核中', look: 'go', says: '已提交，等待审核凭证' },
  ACCEPTED: { name: '审核通过', look: 'go', says: '审核通过，等待转账' },
  COMPLETED: { name: '已返现', look: 'done', says: '返现已转出' },
};

const PAYEE_WANTED = { name: '请更正收款信息', look: 'bad', says: '转账未成功，更正后会重新转账' };

const bought = (order) => Boolean(order.details?.productId);

/** Whether an order is a claim for cash back, not a purchase of coupons for the same service. */
export const isClaim = (order) => ['FUEL', 'EV_CHARGE', 'CAR_WASH', 'MAINTENANCE', 'PAINT'].includes(order.service) && !bought(order);

/** How an order's status reads. */
export function state(order) {
  const common = PAID_ORDER[order.status] ?? { name: order.status, look: 'off', says: '' };
  const own = order.details?.awaitingPayee ? PAYEE_WANTED : isClaim(order) ? CLAIM[order.status] : undefined;
  const says = order.details?.awaitingStock ? '券码正在采购，到货后自动放入“我的礼券”' : SAYS[bought(order) ? 'MOVIE' : order.service]?.[order.status];
  return { ...common, ...own, ...(says && { says }) };
}

/** What an order is about, in one line. */
export function subject(order) {
  const details = order.details ?? {};
  const named = details.flowerName ?? details.productName ?? details.name;
  if (named) return details.quantity ? `${named} × ${details.quantity}` : named;
  if (order.service === 'TOP_UP') return `${details.phone ?? ''} 充值 ${(details.faceFen ?? 0) / 100} 元`;
  return [details.brand, details.item].filter(Boolean).join(' · ') || service(order.service).name;
}
