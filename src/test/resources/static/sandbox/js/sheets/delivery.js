import { h, button } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { chevron, field } from '../fields.js';
import { slotName } from '../format.js';
import { pickSlot } from './slot.js';

/** Changes where, to whom and when paid flowers go. Once a clerk is at it, the answer says that staff were told. */
export async function changeDelivery(order) {
  const catalog = await backoffice.catalog();
  const now = order.details;
  const change = { slot: now.deliverySlot };
  const answer = await shell.sheet(
    (close) => {
      const city = h('select', { testid: 'delivery-city' }, catalog.cities.map((name) => h('option', { value: name, selected: name === now.city }, name)));
      const address = h('textarea', { testid: 'delivery-address', rows: 2, maxLength: 200, value: now.address });
      const recipient = h('input', { testid: 'delivery-recipient', maxLength: 30, value: now.recipient });
      const phone = h('input', { testid: 'delivery-phone', type: 'tel', inputMode: 'numeric', maxLength: 11, value: now.phone });
      const slotText = h('span', { testid: 'delivery-slot' }, slotName(now.deliverySlot));
      const problem = h('p', { class: 'wrong', role: 'alert', testid: 'delivery-problem' });
      const chooseSlot = async () => {
        const slot = await pickSlot(catalog.deliverySlots, change.slot);
        if (!slot) return;
        change.slot = slot;
        slotText.textContent = slotName(slot);
      };
      const submit = async () => {
        problem.textContent = '';
        try {
          await backoffice.changeDelivery(order.orderNo, changed(now, { city: city.value, address: address.value.trim(), recipient: recipient.value.trim(), phone: phone.value.trim(), deliverySlot: change.slot }));
          close('已修改');
        } catch (refusal) {
          if (refusal.code === 'ORDER_STATE') close(refusal.message);
          else problem.textContent = refusal.message;
        }
      };
      return h(
        'div',
        {},
        sheetHead('修改配送信息', close),
        h(
          'div',
          { class: 'card fields' },
          field('配送城市', city),
          field('详细地址', address),
          field('收花人', recipient),
          field('手机号', phone),
          field('配送时段', button({ testid: 'delivery-slot-open' }, [slotText, chevron()], chooseSlot)),
        ),
        problem,
        h('p', { class: 'small muted' }, '内勤开始办理后不能直接修改，您要改的内容会转告客服。'),
        h('br'),
        button({ class: 'primary', testid: 'delivery-submit' }, '提交修改', submit),
      );
    },
    { testid: 'delivery-sheet' },
  );
  if (answer === undefined) return;
  shell.toast(answer);
  await shell.refresh();
}

/** Only what differs: what is left out stays. */
function changed(before, after) {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name]));
}
