// 办任务: lists on the left, the task at hand on the right; after 完成 the next one opens by itself.
import { makeCopyButtons } from '/camunda/app/shared/forms/copy.js';
import * as drafts from '/camunda/app/shared/forms/drafts.js';
import { foldInstructions } from '/camunda/app/shared/forms/instructions.js';
import { setNow } from '/camunda/app/shared/forms/when.js';
import { say } from '/staff/shell/staff.js';
import { waiting } from './alerts.js';
import * as api from './api.js';
import { showFound, showQueues, showRows } from './list.js';
import { Work } from './work.js';

const LOOK_EVERY = 15_000;
const main = document.getElementById('tasks');
const search = document.getElementById('search');
const desk = document.getElementById('desk');
const rows = document.getElementById('rows');
const { user } = main.dataset;
const address = new URLSearchParams(location.search);
const state = { queue: address.get('queue') ?? 'FREE', q: address.get('q') ?? '', current: address.get('task'), items: [] };

function remember() {
  const query = new URLSearchParams({ queue: state.queue, ...(state.q && { q: state.q }), ...(state.current && { task: state.current }) });
  history.replaceState(null, '', `?${query}`);
}

async function look() {
  const { queue, q } = state;
  const found = await api.lists({ queue, q, desk: desk?.value ?? '' });
  if (queue !== state.queue || q !== state.q) return;
  setNow(found.now);
  state.items = found.items;
  waiting(found.queues);
  showQueues(document.getElementById('queues'), found.queues, q ? '' : queue, choose);
  showRows(rows, found.items, { user, current: state.current });
  showFound(document.getElementById('found'), { q, ...found }, () => find(''));
}

const lookAgain = () => look().catch(({ message }) => say(message));

const work = new Work(document.getElementById('work'), user, {
  changed: lookAgain,
  completed: async ({ id }) => {
    const place = state.items.findIndex((item) => item.id === id);
    await lookAgain();
    // What stood below the one that is done, as far as it is still there and nobody else's.
    const left = state.items.filter((item) => item.id !== id && (!item.assignee || item.assignee === user));
    const next = left[Math.min(Math.max(place, 0), left.length - 1)];
    if (next && !state.q) open(next.id);
    else done();
  },
});

function done() {
  state.current = null;
  remember();
  main.classList.remove('working');
  work.close();
  const text = document.createElement('p');
  text.className = 'empty';
  text.textContent = '这个队列办完了。有新任务时，左边会自己出现。';
  work.panel.replaceChildren(text);
}

function open(id) {
  state.current = id;
  remember();
  main.classList.add('working');
  rows.querySelectorAll('a').forEach((link) => link.removeAttribute('aria-current'));
  rows.querySelector(`[data-task="${CSS.escape(id)}"] a`)?.setAttribute('aria-current', 'true');
  return work.open(id);
}

function choose(queue) {
  Object.assign(state, { queue, q: '' });
  search.q.value = '';
  remember();
  lookAgain();
}

async function find(typed) {
  state.q = typed.trim();
  search.q.value = typed;
  remember();
  await lookAgain();
  if (state.q && state.items.length === 1) open(state.items[0].id);
}

search.addEventListener('submit', (event) => {
  event.preventDefault();
  find(search.q.value);
});
search.q.addEventListener('search', () => { if (!search.q.value) find(''); });
desk?.addEventListener('change', lookAgain);
rows.addEventListener('click', (event) => {
  const row = event.target.closest('li[data-task]');
  if (!row || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  open(row.dataset.task);
});
document.addEventListener('keydown', (event) => {
  const link = event.target.closest?.('#rows a');
  if (event.key === 'Enter' && (event.ctrlKey || event.target.matches?.('.task-form input[type=text]'))) work.goOn(event);
  else if (event.key === 'Enter' && event.target === document.body && state.items.length) open(state.items[0].id);
  else if (link && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? link.parentElement.nextElementSibling : link.parentElement.previousElementSibling;
    next?.querySelector('a').focus();
  }
});
document.getElementById('sign-out').addEventListener('click', () => drafts.forgetOthers(), true);

drafts.forgetOthers(user);
makeCopyButtons();
foldInstructions();
search.q.value = state.q;
await lookAgain();
if (state.current) open(state.current);
else if (state.q && state.items.length === 1) open(state.items[0].id);
setInterval(() => { if (!document.hidden) lookAgain(); }, LOOK_EVERY);
