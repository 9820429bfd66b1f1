import { h, svg } from './dom.js';

const COLOURS = [
  ['red', '#c92a3e', '#e2576a', '#fbe9ea'],
  ['pink', '#e57fa0', '#f2a9c0', '#fdf0f4'],
  ['champagne', '#d9a878', '#ecc9a4', '#fbf3ea'],
  ['carnation', '#e36a86', '#f198ad', '#fdeef2'],
  ['lil', '#e8e2d4', '#fffdf6', '#eef3ea'],
  ['sun', '#f0a71c', '#f8c648', '#fdf6e1'],
  ['breath', '#f3f1f7', '#ffffff', '#e7ebf4'],
  ['tulip', '#8f5bc4', '#b288dd', '#f3edfa'],
];

const SPOTS = [
  [100, 62, 22],
  [68, 76, 20],
  [132, 76, 20],
  [84, 46, 17],
  [118, 44, 17],
  [100, 92, 20],
  [56, 54, 14],
  [145, 54, 14],
];

function bloom(x, y, r, deep, light) {
  const petals = [0, 72, 144, 216, 288]
    .map((turn) => {
      const angle = (turn * Math.PI) / 180;
      return `<circle cx="${(x + Math.sin(angle) * r * 0.46).toFixed(1)}" cy="${(y - Math.cos(angle) * r * 0.46).toFixed(1)}" r="${(r * 0.62).toFixed(1)}" fill="${light}"/>`;
    })
    .join('');
  return `${petals}<circle cx="${x}" cy="${y}" r="${(r * 0.5).toFixed(1)}" fill="${deep}"/>`;
}

function bouquet(id) {
  const [, deep, light, ground] = COLOURS.find(([word]) => id.includes(word)) ?? COLOURS[0];
  const blooms = SPOTS.map(([x, y, r]) => bloom(x, y, r, deep, light)).join('');
  return svg(`<svg viewBox="0 0 200 184" role="img" preserveAspectRatio="xMidYMid slice">
    <rect width="200" height="184" fill="${ground}"/>
    <path d="M52 84 Q30 60 40 42 M150 84 Q172 58 160 40 M100 60 Q96 30 104 20" stroke="#7fa37a" stroke-width="5" fill="none" stroke-linecap="round"/>
    ${blooms}
    <path d="M56 96 L144 96 L112 176 L88 176 Z" fill="#fff" opacity=".9"/>
    <path d="M56 96 L100 118 L144 96 L112 176 L88 176 Z" fill="${light}" opacity=".38"/>
    <rect x="80" y="132" width="40" height="9" rx="4.5" fill="${deep}" opacity=".85"/>
  </svg>`);
}

/** The flower's picture; a drawing where there is none. */
export function picture(flower) {
  const frame = h('span', { class: 'picture' });
  if (!flower.imageUrl) frame.append(bouquet(flower.id));
  else
    frame.append(
      h('img', {
        src: flower.imageUrl,
        alt: flower.name,
        onerror: () => frame.replaceChildren(bouquet(flower.id)),
      }),
    );
  return frame;
}
