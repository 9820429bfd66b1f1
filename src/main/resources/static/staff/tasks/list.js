// The lists: queues with their counts, and rows of two lines.
import { spoken } from '/camunda/app/shared/forms/when.js';

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== '' && child !== null));
  return made;
};

export function showQueues(nav, queues, chosen, choose) {
  nav.replaceChildren(...queues.map(({ id, label, count, overdue }) => {
    const tab = element('button', { type: 'button', className: 'queue', onclick: () => choose(id) },
      element('span', { textContent: label }),
      element('b', { textContent: count, className: overdue > 0 && id === 'OVERDUE' ? 'late' : '' }),
      overdue > 0 && id !== 'OVERDUE' ? element('b', { textContent: overdue, className: 'late', title: `其中 ${overdue} 个已超时` }) : '');
    tab.dataset.queue = id;
    tab.setAttribute('aria-pressed', String(id === chosen));
    return tab;
  }));
}

function row(task, { user, current }) {
  const holder = task.assignee === null ? '' : task.assignee === user ? '我' : task.assignee;
  const link = element('a', { href: `?task=${task.id}` },
    element('span', { className: 'first' },
      element('b', { textContent: `${task.mark ? `${task.mark} ` : ''}${task.name}` }),
      task.dueAt ? element('time', { className: task.overdue ? 'late' : '', textContent: `${task.overdue ? '超时 ' : ''}${spoken(task.dueAt)}` }) : ''),
    element('span', { className: 'second' },
      element('span', { className: 'about', textContent: task.summary || '—', title: task.summary }),
      element('span', { className: 'soft', textContent: [holder, task.orderNo && `…${task.orderNo.slice(-6)}`].filter(Boolean).join(' · '), title: task.orderNo })));
  const item = element('li', {}, link);
  Object.assign(item.dataset, { task: task.id, order: task.orderNo });
  if (task.id === current) link.setAttribute('aria-current', 'true');
  return item;
}

export function showRows(list, tasks, context) {
  const nothing = element('li', { className: 'nothing', textContent: '没有任务' });
  list.replaceChildren(...(tasks.length ? tasks.map((task) => row(task, context)) : [nothing]));
}

/** What a search found, or a clear sentence that it found nothing. */
export function showFound(box, { q, items, notice }, clear) {
  box.hidden = !q;
  if (!q) return;
  const back = element('button', { type: 'button', className: 'plain', textContent: '回到列表', onclick: clear });
  if (items.length > 0) {
    box.className = 'hint';
    box.replaceChildren(`找到 ${items.length} 个任务 `, back);
    return;
  }
  box.className = 'trouble';
  box.replaceChildren(`${notice} `, element('a', { href: `/staff/orders?q=${encodeURIComponent(q)}`, textContent: '到订单里查' }), ' ', back);
}
