// The engine's own API, with the session and the token of the page: what it refuses here it refuses in the Tasklist too.
const ENGINE = '/camunda/api/engine/engine/default/';
const SIGN_IN = '/camunda/app/tasklist/default/';
const token = () => JSON.parse(document.body.getAttribute('hx-headers'))['X-XSRF-TOKEN'];

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function signIn() {
  sessionStorage.setItem('return-to', location.pathname + location.search);
  location.href = SIGN_IN;
}

function sentence(status, body) {
  try {
    const { message, detail } = JSON.parse(body);
    if (/[\u4e00-\u9fff]/.test(detail ?? message)) return detail ?? message;
  } catch {
    // No JSON: the sentences below say what can be said.
  }
  if (status === 404) return '任务已不存在，可能已由他人办理，或订单已取消。';
  return status === 403 ? '没有权限，或登录已过期，请刷新页面' : `没有办成（${status}），请稍后再试`;
}

async function ask(path, { method = 'GET', body } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token(), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new Refused(0, '连不上服务器，请检查网络后再试。填好的内容还在。');
  }
  if (answer.status === 401) {
    signIn();
    throw new Refused(401, '登录已过期，请重新登录。填好的内容还在。');
  }
  const text = await answer.text();
  if (!answer.ok) throw new Refused(answer.status, sentence(answer.status, text));
  return text ? JSON.parse(text) : null;
}

export const lists = (query) => ask(`/staff/api/tasks?${new URLSearchParams(query)}`);
export const task = (id) => ask(`${ENGINE}task/${id}`);
export const form = (id) => ask(`${ENGINE}task/${id}/deployed-form`);
export const variables = (id) => ask(`${ENGINE}task/${id}/form-variables?deserializeValues=false`);
export const claim = (id, userId) => ask(`${ENGINE}task/${id}/claim`, { method: 'POST', body: { userId } });
export const giveBack = (id) => ask(`${ENGINE}task/${id}/unclaim`, { method: 'POST' });
export const complete = (id, answers) => ask(`${ENGINE}task/${id}/submit-form`, { method: 'POST', body: { variables: answers } });
