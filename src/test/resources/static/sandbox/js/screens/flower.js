import { h, button } from '../dom.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { session } from '../session.js';
import { picture } from '../art.js';
import { chevron, field } from '../fields.js';
import { shortYuan, slotName, yuan } from '../format.js';
import { freshKey } from '../http.js';
import { pickSlot } from '../sheets/slot.js';
import { pickCoupon } from '../sheets/coupon.js';
import { checkOut } from '../sheets/pay.js';
import { gone } from './gone.js';

/** The order form of one kind of flower. */
export const flower = {
  title: '鲜花配送',
  async render({ id }) {
    const [catalog, wallet] = await Promise.all([
      backoffice.catalog(),
      backoffice.coupons('?status=ISSUED&service=FLOWER').catch(() => ({ items: [] })),
    ]);
    const one = catalog.flowers.find((offered) => offered.id === id);
    if (!one) return gone('这款鲜花已下架，请返回首页重新选择');
    return form(
      one,
      catalog,
      wallet.items.filter((coupon) => coupon.kind === 'DEDUCTION'),
    );
  },
};

function form(one, catalog, coupons) {
  const key = freshKey();
  const chosen = { slot: null, coupon: coupons[0] ?? null };
  const city = h('select', { testid: 'flower-city', required: true }, h('option', { value: '' }, '请选择配送城市'), catalog.cities.map((name) => h('option', { value: name }, name)));
  const address = h('textarea', { testid: 'flower-address', rows: 2, placeholder: '街道、小区、楼栋门牌', maxLength: 200 });
  const recipient = h('input', { testid: 'flower-recipient', placeholder: '收花人称呼', maxLength: 30 });
  const phone = h('input', { testid: 'flower-phone', type: 'tel', inputMode: 'numeric', placeholder: '收花人手机号', maxLength: 11 });
  const card = h('textarea', { testid: 'card-message', rows: 2, placeholder: '想说的话，随花附上（选填）', maxLength: 200 });
  const slotText = h('span', { class: 'placeholder', testid: 'slot-text' }, '请选择配送时段');
  const couponText = h('span', { testid: 'coupon-text' });
  const sum = h('span', { class: 'price large', testid: 'payable' });
  const saved = h('span', { class: 'small muted' });

  const showSum = () => {
    const off = chosen.coupon?.faceFen ?? 0;
    sum.textContent = yuan(Math.max(1, one.priceFen - off));
    saved.textContent = off ? `已减 ¥${shortYuan(Math.min(off, one.priceFen - 1))}` : '';
    couponText.textContent = chosen.coupon ? `${chosen.coupon.name} −¥${shortYuan(chosen.coupon.faceFen)}` : coupons.length ? '不使用礼券' : '暂无可用礼券';
    couponText.className = chosen.coupon ? '' : 'placeholder';
  };
  const chooseSlot = async () => {
    const slot = await pickSlot(catalog.deliverySlots, chosen.slot);
    if (!slot) return;
    chosen.slot = slot;
    slotText.textContent = slotName(slot);
    slotText.className = '';
  };
  const chooseCoupon = async () => {
    const answer = await pickCoupon(coupons, chosen.coupon);
    if (answer === undefined) return;
    chosen.coupon = answer;
    showSum();
  };
  const submit = async () => {
    if (!chosen.slot) throw new Error('请选择配送时段');
    const order = await backoffice.placeFlowers(
      {
        flowerId: one.id,
        city: city.value,
        address: address.value.trim(),
        recipient: recipient.value.trim(),
        phone: phone.value.trim(),
        deliverySlot: chosen.slot,
        ...(card.value.trim() && { cardMessage: card.value.trim() }),
        ...(chosen.coupon && { couponId: chosen.coupon.id }),
      },
      key,
    );
    await checkOut(order);
  };
  showSum();
  return h(
    'div',
    {},
    h(
      'div',
      { class: 'page' },
      h('div', { class: 'flower-card' }, picture({ ...one }), h('div', { class: 'text' }, h('span', { class: 'name' }, one.name), h('span', { class: 'small muted' }, one.description), h('span', { class: 'price' }, shortYuan(one.priceFen)))),
      h(
        'div',
        { class: 'card fields' },
        field('配送城市', city),
        field('详细地址', address),
        field('收花人', recipient),
        field('手机号', phone),
        field('配送时段', button({ testid: 'slot-open' }, [slotText, chevron()], chooseSlot)),
        field('贺卡留言', card),
      ),
      h('div', { class: 'card fields' }, field('优惠礼券', button({ testid: 'coupon-open' }, [couponText, chevron()], chooseCoupon))),
      h('p', { class: 'small muted' }, `下单人 ${session.customer?.phone ?? '未绑定手机号'} · 花材与包装以实际收到为准`),
    ),
    h('div', { class: 'submit-bar' }, h('span', { class: 'sum' }, '应付 ', sum, ' ', saved), button({ class: 'primary', testid: 'submit-order' }, '去支付', () => shell.attempt(submit))),
  );
}
