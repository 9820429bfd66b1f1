import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { field, refuseAll } from '../fields.js';
import { shortYuan } from '../format.js';
import { freshKey } from '../http.js';
import { service } from '../services.js';
import { payeeFields } from '../sheets/payee.js';
import { drawReceipt } from '../receipt.js';
import { gone } from './gone.js';

/** 凭证返现: hands in a payment screenshot for cash back. */
export const claim = {
  title: '凭证返现',
  async render({ service: code }) {
    const [catalog, wallet] = await Promise.all([backoffice.catalog(), backoffice.coupons(`?status=ISSUED&service=${code}`).catch(() => ({ items: [] }))]);
    const offer = catalog.cashbackServices.find((one) => one.service === code);
    if (!offer) return gone('该业务暂不开放');
    const sold = catalog.couponProducts.some((one) => one.service === code);
    return form(offer, wallet.items, sold);
  },
};

function form(offer, coupons, sold) {
  const key = freshKey();
  const { name } = service(offer.service);
  const options = (values) => values.map((value) => h('option', { value }, value));
  const brand = offer.brands?.length ? h('select', { testid: 'claim-brand' }, options(offer.brands)) : null;
  const item = offer.items?.length ? h('select', { testid: 'claim-item' }, options(offer.items)) : null;
  const spent = h('input', { testid: 'claim-spent', inputMode: 'decimal', placeholder: '支付金额（元）' });
  const coupon = h('select', { testid: 'claim-coupon' }, coupons.length ? coupons.map((one) => h('option', { value: one.id }, `${one.name} ¥${shortYuan(one.faceFen)}`)) : h('option', { value: '' }, '没有可用的返现券'));
  const payee = payeeFields();
  const file = h('input', { type: 'file', accept: 'image/*', testid: 'claim-receipt' });
  const preview = h('span', {}, icon('camera'));
  let picture;
  const take = (blob, fileName) => {
    picture = { blob, fileName };
    file.dispatchEvent(new Event('input'));
    preview.replaceChildren(h('img', { src: URL.createObjectURL(blob), alt: '支付凭证' }));
  };
  file.addEventListener('change', () => file.files[0] && take(file.files[0], file.files[0].name));

  const controlOf = (refusal) => payee.controlOf(refusal) ?? { BRAND: brand, ITEM: item, RECEIPT: file }[refusal.code?.split('_')[0]];
  const submit = async () => {
    const wrong = [...(Number(spent.value) > 0 ? [] : [[spent, '请填写消费金额，如 86.50']]), ...(picture ? [] : [[file, '请上传支付凭证']]), ...payee.wrong()];
    if (refuseAll(wrong)) return;
    const body = {
      service: offer.service,
      ...(brand && { brand: brand.value }),
      ...(item && { item: item.value }),
      spentFen: Math.round(Number(spent.value) * 100),
      ...(coupon.value && { couponId: coupons.find((one) => String(one.id) === coupon.value).id }),
      payee: payee.read(),
    };
    const data = new FormData();
    data.append('claim', new Blob([JSON.stringify(body)], { type: 'application/json' }));
    data.append('receipt', picture.blob, picture.fileName);
    try {
      const order = await backoffice.claim(data, key);
      await shell.replace('order', { orderNo: order.orderNo });
    } catch (refusal) {
      const control = controlOf(refusal);
      if (!control) throw refusal;
      refuseAll([[control, refusal.message]]);
    }
  };

  return h(
    'div',
    { class: 'page' },
    h('div', { class: 'section-title' }, name, h('small', {}, `每券返 ¥${shortYuan(offer.faceFen)}`)),
    sold && button({ class: 'secondary', testid: 'buy-coupon' }, '没有券？先购买', () => shell.open('product', { service: offer.service })),
    h('div', { class: 'card fields' }, brand && field('品牌', brand), item && field('项目', item), field('消费金额', spent), field('使用礼券', coupon)),
    h('label', { class: 'card receipt' }, preview, h('span', { class: 'small' }, '上传支付截图（10MB 以内）'), file),
    button({ class: 'secondary', testid: 'claim-sample' }, '用一张示例凭证', async () => take(await drawReceipt(name, spent.value || '200.00'), 'receipt.png')),
    h('div', { class: 'section-title' }, '收款信息'),
    payee.node,
    button({ class: 'primary', testid: 'submit-claim' }, '提交申请', () => shell.attempt(submit)),
  );
}
