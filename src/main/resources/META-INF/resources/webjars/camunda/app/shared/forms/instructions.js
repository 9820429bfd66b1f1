// Instructions below a card (a heading 怎么… and a list) are open the first times and folded after, per form; a click on
// the heading opens them.
const TIMES = 3;
const seen = new WeakSet();

function key(block) {
  return `instructions:${block.textContent.length}:${block.querySelector('h4').textContent}`;
}

function prepare(block) {
  const heading = block.querySelector('h4');
  if (seen.has(block) || !heading || !/^怎么/.test(heading.textContent)) return;
  seen.add(block);
  const times = Number(localStorage.getItem(key(block)) ?? 0);
  localStorage.setItem(key(block), String(times + 1));
  block.classList.add('instructions');
  block.classList.toggle('folded', times >= TIMES);
  Object.assign(heading, { tabIndex: 0 });
  heading.setAttribute('role', 'button');
  heading.setAttribute('aria-expanded', String(times < TIMES));
}

function toggle(heading) {
  const block = heading.closest('.instructions');
  heading.setAttribute('aria-expanded', String(!block.classList.toggle('folded')));
}

export function foldInstructions() {
  new MutationObserver(() => document.querySelectorAll('.fjs-form-field-text').forEach(prepare))
    .observe(document.body, { subtree: true, childList: true });
  const act = (event) => {
    const heading = event.target.closest?.('.instructions h4');
    if (!heading || (event.type === 'keydown' && !['Enter', ' '].includes(event.key))) return;
    event.preventDefault();
    toggle(heading);
  };
  document.addEventListener('click', act);
  document.addEventListener('keydown', act);
}
