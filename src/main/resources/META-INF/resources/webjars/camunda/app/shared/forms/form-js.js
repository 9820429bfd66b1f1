// form-js as Camunda's bundle holds it, for the Tasklist and for the page of tasks alike: both draw forms with the very
// same code. WebappTextsTest fails when an update changes what is looked for here.
let found;
let load;

function holding(...texts) {
  if (!load) window.webpackChunkcamunda_bpm_webapp.push([['guncai-forms'], {}, (require) => { load = require; }]);
  const id = Object.keys(load.m).find((each) => {
    const source = Function.prototype.toString.call(load.m[each]);
    return texts.every((text) => source.includes(text));
  });
  return load(id);
}

/** By which the Tasklist says how long ago something was. */
export const moment = () => holding('relativeTimeThreshold', 'updateLocale');

/** The library and the function that makes its elements, from the bundle that `lib/runtime.js` and `lib/deps.js` loaded. */
export function formJs() {
  if (found) return found;
  const library = holding('.createForm=function', 'Field is required.');
  const { jsx } = holding('jsxDEV:function', 'jsxs:function');
  found = { library, jsx };
  return found;
}
