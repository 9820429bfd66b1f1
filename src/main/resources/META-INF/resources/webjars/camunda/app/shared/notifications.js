import { dropTask } from './forms/drafts.js';
import { readable } from './readable-error.js';

// A form refused by its own checks gives no reason, and the marked field may be out of sight.
function pointToFirstError(notification) {
  const error = document.querySelector('.fjs-form-field-error');
  if (notification.type !== 'danger' || notification.message || !error) return notification;
  error.closest('.fjs-form-field')?.scrollIntoView({ behavior: 'smooth', block: 'center' });
  return Object.assign(notification, { message: '请检查标红的项目。', duration: 8000 });
}

/** Decorates Camunda's Notifications: messages a clerk can read. */
export function makeReadable($delegate) {
  const add = $delegate.add;
  $delegate.add = function (notification) {
    notification.message = readable(notification.message);
    // Camunda puts a colon between the two.
    if (notification.message) notification.status = notification.status?.replace(/。$/, '');
    return add.call(this, pointToFirstError(notification));
  };
  return $delegate;
}

const COMPLETED = /(?:^|\/)task\/([^/]+)\/(?:submit-form|complete)$/;

/** For an AngularJS run block: the Tasklist confirms a completed task by emptying the screen only. */
export function confirmCompletion($injector, Notifications) {
  const requests = $injector.has('camAPIHttpClient') && $injector.get('camAPIHttpClient').prototype;
  if (!requests) return;
  const post = requests.post;
  requests.post = function (path, options) {
    const done = options.done;
    if (COMPLETED.test(path)) options.done = (error, ...answer) => {
      if (!error) {
        dropTask(COMPLETED.exec(path)[1]);
        Notifications.clearAll();
        Notifications.addMessage({ type: 'success', status: '任务已完成', duration: 4000 });
      }
      done?.(error, ...answer);
    };
    return post.call(this, path, options);
  };
}
