// What was typed and not sent yet, kept in this tab only, per user and task: a reload, a refusal or a session that ended
// loses nothing. Signing out, or signing in as somebody else, forgets all of it.
const PREFIX = 'draft:';
const key = (user, task) => `${PREFIX}${user}:${task}`;

export function read(user, task) {
  try {
    return JSON.parse(sessionStorage.getItem(key(user, task)) ?? '{}');
  } catch {
    return {};
  }
}

export function keep(user, task, data) {
  sessionStorage.setItem(key(user, task), JSON.stringify(data));
}

export function drop(user, task) { sessionStorage.removeItem(key(user, task)); }

/** Whoever typed it: the task is done. */
export function dropTask(task) {
  Object.keys(sessionStorage).filter((each) => each.startsWith(PREFIX) && each.endsWith(`:${task}`)).forEach((each) => sessionStorage.removeItem(each));
}

/** @param user whose drafts stay; nobody's when it is empty */
export function forgetOthers(user = '') {
  Object.keys(sessionStorage)
    .filter((each) => each.startsWith(PREFIX) && !(user && each.startsWith(`${PREFIX}${user}:`)))
    .forEach((each) => sessionStorage.removeItem(each));
}
