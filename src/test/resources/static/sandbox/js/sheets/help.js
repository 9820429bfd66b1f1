import { h, button } from '../dom.js';
import { shell, sheetHead } from '../shell.js';
import { backoffice } from '../backoffice.js';

const TOPICS = ['商品有问题', '送错或少送', '迟迟没办好', '没有到账', '其他'];
const MOST_PICTURES = 3;

/** Asks what is wrong, takes up to three pictures, and hands it in; customer service answers within a day. */
export async function askForHelp(order) {
  const request = await shell.sheet(
    (close) => {
      const topic = h('select', { testid: 'help-topic' }, TOPICS.map((one) => h('option', { value: one }, one)));
      const text = h('textarea', { testid: 'help-text', rows: 3, maxLength: 500, placeholder: '请说明遇到的问题' });
      const files = h('input', { type: 'file', accept: 'image/*', multiple: true, testid: 'help-pictures' });
      const choose = h('span', {}, '选图片');
      const thumbs = h('div', { class: 'thumbs', testid: 'help-thumbs' }, h('label', { class: 'choose' }, files, choose));
      files.addEventListener('change', () => {
        thumbs.querySelectorAll('img').forEach((img) => img.remove());
        thumbs.append(...[...files.files].slice(0, MOST_PICTURES).map((file) => h('img', { src: URL.createObjectURL(file), alt: '已选的图片' })));
      });
      const submit = () => {
        if (!text.value.trim()) return shell.toast('请说明遇到的问题');
        if (files.files.length > MOST_PICTURES) return shell.toast(`图片最多 ${MOST_PICTURES} 张`);
        return close({ topic: topic.value, text: text.value.trim(), pictures: [...files.files] });
      };
      return h(
        'div',
        {},
        sheetHead('联系客服', close),
        h('label', { class: 'field' }, h('span', {}, '问题类型'), topic),
        h('label', { class: 'field' }, h('span', {}, '问题说明'), text),
        thumbs,
        h('p', { class: 'small muted' }, `最多 ${MOST_PICTURES} 张图片，每张 10MB 以内。客服会在 24 小时内答复。`),
        h('br'),
        button({ class: 'primary', testid: 'help-submit' }, '提交', submit),
      );
    },
    { testid: 'help-sheet' },
  );
  if (request === undefined) return;
  const form = new FormData();
  form.append('request', new Blob([JSON.stringify({ topic: request.topic, text: request.text })], { type: 'application/json' }));
  request.pictures.forEach((picture) => form.append('picture', picture, picture.name));
  await backoffice.askForHelp(order.orderNo, form);
  shell.toast('已提交，客服会在 24 小时内答复');
  await shell.refresh();
}
