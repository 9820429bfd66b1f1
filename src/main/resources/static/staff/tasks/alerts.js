// The title counts what waits; who wants it hears and sees when something new comes. What it says names no customer.
const WANTED = 'task-alerts';
const button = document.getElementById('alerts');
const title = document.title;
let known;

const wanted = () => localStorage.getItem(WANTED) === 'on';

function show() {
  button.textContent = wanted() ? '提醒：开' : '提醒：关';
  button.setAttribute('aria-pressed', String(wanted()));
  button.setAttribute('aria-label', wanted() ? '新任务提醒：开' : '新任务提醒：关');
}

function ring() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  tone.frequency.value = 880;
  tone.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.15);
}

button.addEventListener('click', () => {
  localStorage.setItem(WANTED, wanted() ? 'off' : 'on');
  if (wanted() && 'Notification' in window) Notification.requestPermission();
  show();
});

/** To be told at each look at the lists. */
export function waiting(queues) {
  const { count } = queues.find(({ id }) => id === 'FREE');
  document.title = count > 0 ? `(${count}) ${title}` : title;
  if (known !== undefined && count > known && wanted()) {
    ring();
    if (window.Notification?.permission === 'granted' && document.hidden) new Notification(`有 ${count} 个任务待认领`);
  }
  known = count;
}

show();
