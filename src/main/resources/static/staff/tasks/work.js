// The task at hand: its form, claimed when its clerk begins, and completed once however often the button is pressed.
import { improveForms } from '/camunda/app/shared/forms/behaviour.js';
import * as drafts from '/camunda/app/shared/forms/drafts.js';
import { spoken } from '/camunda/app/shared/forms/when.js';
import * as api from './api.js';

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** As form-js wants them: JSON is read, the rest is as it is. */
function values(variables) {
  return Object.fromEntries(Object.entries(variables).map(([name, { type, value }]) => [name, type === 'Json' && value ? JSON.parse(value) : value]));
}

/** As the Tasklist sends them. */
function answers(data) {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [
    name, value !== null && typeof value === 'object' ? { type: 'Json', value: JSON.stringify(value) } : { value }]));
}

export class Work {
  constructor(panel, user, { completed, changed }) {
    Object.assign(this, { panel, user, completed, changed, task: null, form: null, busy: false, opening: 0 });
  }

  async open(id) {
    const opening = ++this.opening;
    this.close();
    this.panel.replaceChildren(element('p', { className: 'empty', textContent: '正在打开…' }));
    try {
      const [task, schema, variables] = await Promise.all([api.task(id), this.schema(id), api.variables(id)]);
      if (opening !== this.opening) return;
      this.task = task;
      await this.show(schema, values(variables));
    } catch (refused) {
      if (opening === this.opening) this.gone(refused);
    }
  }

  /** A form of HTML, which takes files, works in the Tasklist only. */
  async schema(id) {
    try {
      return await api.form(id);
    } catch (refused) {
      if (refused instanceof SyntaxError) return null;
      throw refused;
    }
  }

  close() {
    this.form?.destroy();
    Object.assign(this, { task: null, form: null });
  }

  gone({ message }) {
    this.panel.replaceChildren(element('p', { className: 'trouble', role: 'alert', textContent: message }));
    this.changed();
  }

  isMine() { return this.task?.assignee === this.user; }

  async show(schema, data) {
    const { task } = this;
    this.head = element('div', { className: 'task-head' });
    const body = element('div', { className: 'task-form' });
    this.said = element('p', { className: 'trouble', role: 'alert', hidden: true });
    this.button = element('button', { type: 'button', className: 'primary', id: 'complete', textContent: '完成', onclick: () => this.complete() });
    this.panel.replaceChildren(this.head, body, element('div', { className: 'task-foot' }, this.said, this.button));
    this.showHead();
    if (!schema) {
      body.append(element('p', { className: 'hint' }, '这个任务要上传文件，请', element('a', { href: `/camunda/app/tasklist/default/#/?task=${task.id}`, textContent: '在任务列表里办理' })));
      this.button.hidden = true;
      return;
    }
    const { Form } = improveForms();
    this.form = new Form({ container: body });
    await this.form.importSchema(schema, { ...data, ...drafts.read(this.user, task.id) });
    this.form.on('field.updated', () => this.typed());
    this.form.on('submit', () => this.complete());
    this.focusFirst(body);
  }

  showHead() {
    const { task } = this;
    const due = task.due ? element('span', { className: 'soft', textContent: `截止 ${spoken(task.due.replace(/(\d\d)(\d\d)$/, '$1:$2'))}` }) : '';
    const holder = task.assignee && !this.isMine() ? element('span', { className: 'badge wait', textContent: `${task.assignee} 正在办` }) : '';
    const act = this.isMine()
      ? element('button', { type: 'button', className: 'plain', textContent: '放回去', onclick: () => this.giveBack() })
      : task.assignee ? '' : element('button', { type: 'button', id: 'start', textContent: '开始', onclick: () => this.start() });
    const back = element('button', { type: 'button', className: 'plain back', textContent: '‹ 列表', onclick: () => document.getElementById('tasks').classList.remove('working') });
    this.head.replaceChildren(back, element('h2', { textContent: task.name }), due, holder, act);
  }

  focusFirst(body) {
    const fields = [...body.querySelectorAll('input:not([type=radio]):not([type=checkbox]), textarea')].filter((field) => !field.disabled && !field.value);
    (fields[0] ?? this.button).focus({ preventScroll: true });
  }

  /** Enter leads to the next field that is empty, and completes when there is none. */
  goOn(event) {
    if (event.isComposing || !this.form) return;
    event.preventDefault();
    const empty = [...this.panel.querySelectorAll('.task-form input[type=text][required], .task-form textarea[required]')]
      .find((field) => field !== event.target && !field.value);
    if (empty && !event.ctrlKey) empty.focus();
    else this.complete();
  }

  typed() {
    const data = this.form._getSubmitData();
    drafts.keep(this.user, this.task.id, data);
    this.start();
  }

  /** Claims it, once; who begins to type has begun. */
  start() {
    if (this.claiming || this.task.assignee) return this.claiming ?? Promise.resolve();
    const { task } = this;
    task.assignee = this.user;
    this.claiming = api.claim(task.id, this.user).then(() => this.changed()).catch(async (refused) => {
      // Somebody else may have been first: say who.
      task.assignee = (await api.task(task.id).catch(() => null))?.assignee ?? null;
      this.say(refused.message);
      this.changed();
      throw refused;
    }).finally(() => { this.claiming = null; if (this.task === task) this.showHead(); });
    this.claiming.catch(() => {});
    return this.claiming;
  }

  async giveBack() {
    try {
      await api.giveBack(this.task.id);
      drafts.drop(this.user, this.task.id);
      this.task.assignee = null;
      this.showHead();
      this.changed();
    } catch (refused) {
      this.say(refused.message);
    }
  }

  say(text) {
    this.said.textContent = text;
    this.said.hidden = !text;
  }

  async complete() {
    if (this.busy || !this.form) return;
    document.activeElement?.blur();
    const errors = this.form.validate();
    if (Object.keys(errors).length > 0) {
      this.say('请检查标红的项目。');
      this.panel.querySelector('.fjs-form-field-error')?.closest('.fjs-form-field')?.scrollIntoView({ block: 'center' });
      return;
    }
    const { task } = this;
    this.busy = this.button.disabled = true;
    this.say('');
    try {
      await this.start();
      await api.complete(task.id, answers(this.form._getSubmitData()));
      drafts.drop(this.user, task.id);
      this.completed(task);
    } catch (refused) {
      this.say(refused.message);
      if (refused.status === 404) this.changed();
    } finally {
      this.busy = this.button.disabled = false;
    }
  }
}
