// Brings to the Tasklist what the page of tasks does: better fields, drafts, copy buttons, folded instructions.
import { improveForms } from './behaviour.js';
import { makeCopyButtons } from './copy.js';
import * as drafts from './drafts.js';
import { moment } from './form-js.js';
import { foldInstructions } from './instructions.js';
import { now as serverNow, setNow } from './when.js';

const RETURN = 'return-to';
let user = '';
let clock;

const task = () => new URLSearchParams(window.location.hash.split('?')[1]).get('task');
const serverTime = () => {
  clock ??= fetch('/staff/api/tasks?queue=MINE', { headers: { Accept: 'application/json' } })
    .then((answer) => answer.json()).then(({ now }) => { setNow(now); moment().now = serverNow; }).catch(() => { clock = undefined; });
  return clock;
};

function keepDrafts({ prototype }) {
  const { importSchema } = prototype;
  prototype.importSchema = async function importWithDraft(schema, data) {
    const id = task();
    await serverTime();
    if (!id || !user) return importSchema.call(this, schema, data);
    const imported = await importSchema.call(this, schema, { ...data, ...drafts.read(user, id) });
    this.on('field.updated', () => drafts.keep(user, id, this._getSubmitData()));
    return imported;
  };
}

// The sign-in forgets the name with a wrong password.
function keepName($rootScope) {
  let typed = '';
  document.addEventListener('submit', ({ target }) => {
    if (target.name === 'signinForm') typed = target.querySelector('[ng-model="username"]').value;
  }, true);
  $rootScope.$on('authentication.login.failure', () => setTimeout(() => {
    const [name, password] = ['username', 'password'].map((model) => document.querySelector(`[name=signinForm] [ng-model="${model}"]`));
    if (!name) return;
    name.value = typed;
    name.dispatchEvent(new Event('input', { bubbles: true }));
    password.focus();
  }));
}

// Whoever was sent here by the page of tasks goes back to it after the sign-in.
function goBack() {
  const asked = new URLSearchParams(window.location.search).get('back');
  if (asked?.startsWith('/staff/tasks')) sessionStorage.setItem(RETURN, asked);
  return () => {
    const back = sessionStorage.getItem(RETURN);
    sessionStorage.removeItem(RETURN);
    if (back?.startsWith('/staff/tasks')) window.location.assign(back);
  };
}

function knowUser($rootScope, back) {
  const changed = () => {
    user = $rootScope.authentication?.name ?? '';
    document.body.classList.toggle('clerk', Boolean(user) && !$rootScope.authentication.authorizedApps?.includes('cockpit'));
    if (!user) return;
    drafts.forgetOthers(user);
    serverTime();
    back();
  };
  $rootScope.$watch('authentication', changed);
  $rootScope.$on('authentication.logout.success', () => {
    drafts.forgetOthers();
    Object.keys(localStorage).filter((key) => key.startsWith('camunda-form:')).forEach((key) => localStorage.removeItem(key));
  });
}

keepDrafts(improveForms().Form);
makeCopyButtons();
foldInstructions();
window.angular.module('cam.commons').run(['$rootScope', ($rootScope) => {
  knowUser($rootScope, goBack());
  keepName($rootScope);
}]);
