// What every staff page does: signing out, and saying what went wrong with a part of the page that was asked for.
const notice = document.getElementById('notice');
const token = () => JSON.parse(document.body.getAttribute('hx-headers'))['X-XSRF-TOKEN'];
const signIn = '/camunda/app/tasklist/default/';

/** Shows a sentence at the top of the page until it is closed. */
export function say(text) {
  notice.firstElementChild.textContent = text;
  notice.hidden = false;
  notice.scrollIntoView({ block: 'nearest' });
}

/** Calls a staff API with the token of this session; answers the JSON, or throws an error with the Chinese sentence. */
export async function call(path, { method = 'GET', body } = {}) {
  const answer = await fetch(path, {
    method,
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token(), ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (answer.status === 401) {
    location.href = signIn;
  }
  if (!answer.ok) {
    throw new Error(sentence(answer.status, await answer.text()));
  }
  return answer.status === 204 || answer.headers.get('Content-Length') === '0' ? null : answer.json();
}

function sentence(status, body) {
  try {
    const { detail } = JSON.parse(body);
    if (detail) return detail;
  } catch {
    // No problem document: the sentence below says what can be said.
  }
  return status === 403 ? '没有权限，或登录已过期，请刷新页面' : `没有完成（${status}），请稍后再试`;
}

notice.querySelector('button').addEventListener('click', () => { notice.hidden = true; });
document.getElementById('sign-out').addEventListener('click', async () => {
  await fetch('/camunda/api/admin/auth/user/default/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': token() } });
  location.href = signIn;
});
document.body.addEventListener('htmx:beforeRequest', () => { notice.hidden = true; });
document.body.addEventListener('htmx:responseError', ({ detail: { xhr } }) => say(sentence(xhr.status, xhr.responseText)));
document.body.addEventListener('htmx:sendError', () => say('连不上服务器，请检查网络后再试'));
