import { call } from './http.js';
import { authorised } from './session.js';

const create = (path, body, key) => authorised('POST', path, { body, headers: { 'Idempotency-Key': key } });

let catalogue;

/** The customer API, `/api/v1`. */
export const backoffice = {
  /** As it is now: managers change it while the mini-program is open. */
  async catalog() {
    catalogue = await call('GET', '/api/v1/catalog');
    return catalogue;
  },
  /** As last read, for pictures beside orders. */
  async knownCatalog() {
    return catalogue ?? backoffice.catalog();
  },
  placeFlowers: (order, key) => create('/api/v1/flower-orders', order, key),
  placeTopUp: (order, key) => create('/api/v1/top-up-orders', order, key),
  placeCoupons: (order, key) => create('/api/v1/coupon-orders', order, key),
  claim: (form, key) => authorised('POST', '/api/v1/cashback-claims', { form, headers: { 'Idempotency-Key': key } }),
  correctPayee: (orderNo, payee) => authorised('POST', `/api/v1/cashback-claims/${orderNo}/payee`, { body: payee }),
  orders: (status, page = 0) =>
    authorised('GET', `/api/v1/orders?page=${page}&size=20${status ? `&status=${status}` : ''}`),
  order: (orderNo) => authorised('GET', `/api/v1/orders/${orderNo}`),
  receipt: (address) => authorised('GET', address, { file: true }),
  payment: (orderNo) => authorised('POST', `/api/v1/orders/${orderNo}/payment`),
  cancel: (orderNo) => authorised('POST', `/api/v1/orders/${orderNo}/cancellation`),
  confirmDelivery: (orderNo) => authorised('POST', `/api/v1/orders/${orderNo}/delivery-confirmation`),
  changeDelivery: (orderNo, change) => authorised('POST', `/api/v1/orders/${orderNo}/delivery`, { body: change }),
  requestRefund: (orderNo, reason) => authorised('POST', `/api/v1/orders/${orderNo}/refund-request`, { body: { reason } }),
  askForHelp: (orderNo, form) => authorised('POST', `/api/v1/orders/${orderNo}/after-sales`, { form }),
  withdrawRefund: (orderNo) => authorised('DELETE', `/api/v1/orders/${orderNo}/refund-request`),
  coupons: (query = '') => authorised('GET', `/api/v1/coupons${query}`),
  redeem: (id) => authorised('POST', `/api/v1/coupons/${id}/redemption`),
};
