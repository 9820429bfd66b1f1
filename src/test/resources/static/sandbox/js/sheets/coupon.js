import { h } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { shortYuan, toDate } from '../format.js';

/** Picks one of the coupons, or none. Resolves with the coupon, null for none, undefined when left. */
export function pickCoupon(coupons, chosen) {
  return shell.sheet(
    (close) =>
      h(
        'div',
        {},
        sheetHead('选择礼券', close),
        coupons.map((coupon) =>
          h(
            'button',
            { type: 'button', class: 'row', testid: `coupon-${coupon.id}`, onclick: () => close(coupon) },
            h('span', {}, coupon.name, h('br'), h('small', { class: 'muted' }, `有效期至 ${toDate(coupon.validUntil)}`)),
            h('span', { class: 'price' }, shortYuan(coupon.faceFen), coupon.id === chosen?.id ? ' ✓' : ''),
          ),
        ),
        h('button', { type: 'button', class: 'row', testid: 'coupon-none', onclick: () => close(null) }, coupons.length ? '不使用礼券' : '暂无可用礼券，直接下单'),
      ),
    { testid: 'coupon-sheet' },
  );
}
