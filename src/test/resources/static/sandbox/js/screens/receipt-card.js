import { h, button } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';

const cards = new Map();

/** The receipt of a claim. One node per order, so that looking for news of the order does not load the picture again. */
export function receiptCard({ orderNo, details }) {
  if (!cards.has(orderNo)) cards.set(orderNo, card(orderNo, details.receiptUrl));
  return cards.get(orderNo);
}

function card(orderNo, address) {
  const picture = h('span', { class: 'small muted' }, '正在读取…');
  backoffice
    .receipt(address)
    .then((blob) => picture.replaceWith(thumbnail(URL.createObjectURL(blob))))
    .catch((refusal) => {
      picture.textContent = refusal.message;
      cards.delete(orderNo);
    });
  return h('div', { class: 'card' }, h('h3', {}, '支付凭证'), picture);
}

const image = (src) => h('img', { src, alt: '支付凭证' });

const thumbnail = (src) => button({ class: 'receipt-thumb', testid: 'receipt', title: '看大图' }, image(src), () => enlarge(src));

const enlarge = (src) => shell.sheet((close) => h('div', { class: 'receipt-full' }, sheetHead('支付凭证', close), image(src)), { testid: 'receipt-sheet' });
