// Loaded by each of the four webapps (customScripts in its config.js) after its AngularJS module is declared and
// before it starts. Served as a file, so the content security policy stays as Camunda ships it.
import { translateAngularDates, translateFlatpickr } from './calendar.js';
import * as decisionTexts from './decision-texts.js';
import * as filterTexts from './filter-texts.js';
import * as formTexts from './form-texts.js';
import { confirmCompletion, makeReadable } from './notifications.js';
import * as otherTexts from './other-texts.js';
import { replaceTexts } from './replace-texts.js';
import './second-factor.js';

document.documentElement.lang = 'zh-CN';
document.querySelector('link[rel="icon"]')?.setAttribute('href', new URL('logo.svg', import.meta.url).href);

replaceTexts(formTexts, filterTexts, decisionTexts, otherTexts, otherTexts.appSwitch);
translateFlatpickr();

// form-js drops the target of links in a form; without one the clerk's own page, and what was typed, would be gone.
document.addEventListener('click', ({ target }) => {
  const link = target.closest?.('.fjs-form-field-html a[href], .fjs-form-field-text a[href]');
  if (link && /^https?:$/.test(link.protocol)) Object.assign(link, { target: '_blank', rel: 'noopener' });
}, true);

window.angular.module('cam.commons')
  .run(['$locale', '$injector', translateAngularDates])
  .run(['$injector', 'Notifications', confirmCompletion])
  .decorator('Notifications', ['$delegate', makeReadable]);
