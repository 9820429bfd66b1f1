import { h, button } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { toDate } from '../format.js';

/** 去使用: asks once, shows and copies the code, and points to the other mini-program. */
export async function redeem(coupon) {
  if (coupon.status === 'ISSUED') {
    const agreed = await shell.confirm('确定现在使用？', '点击确定后即视为已使用，请在一个月内用完，不可退换', '确定使用');
    if (!agreed) return;
  }
  const redeemed = await backoffice.redeem(coupon.id);
  const copied = await navigator.clipboard
    ?.writeText(redeemed.code)
    .then(() => true)
    .catch(() => false);
  await shell.sheet(
    (close) =>
      h(
        'div',
        {},
        sheetHead(copied ? '兑换码已复制' : '兑换码', close),
        h('div', { class: 'code-box', testid: 'redeemed-code' }, redeemed.code),
        h('ol', { class: 'notes' }, (redeemed.notes ?? []).map((note) => h('li', {}, note)), redeemed.useBefore && h('li', {}, `请于 ${toDate(redeemed.useBefore)} 前使用`)),
        button({ class: 'primary' }, '前往淘票票小程序', () => {
          close(true);
          shell.toast('已离开到淘票票，请在付款时粘贴兑换码');
        }),
      ),
    { testid: 'redemption-sheet' },
  );
  await shell.refresh();
}
