import { now } from './tester.js';
import { toSecond } from './format.js';

/** Draws a payment screenshot, different each time, for a tester without a petrol receipt at hand. */
export function drawReceipt(service, amount) {
  const canvas = document.createElement('canvas');
  canvas.width = 540;
  canvas.height = 900;
  const paper = canvas.getContext('2d');
  const say = (text, y, font, colour = '#1f2329') => {
    paper.font = font;
    paper.fillStyle = colour;
    paper.fillText(text, 270, y);
  };
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, 540, 900);
  paper.fillStyle = '#07c160';
  paper.beginPath();
  paper.arc(270, 150, 54, 0, 2 * Math.PI);
  paper.fill();
  paper.textAlign = 'center';
  say('✓', 172, '60px sans-serif', '#fff');
  say('支付成功', 270, '34px sans-serif');
  say(`¥${amount}`, 360, 'bold 60px sans-serif');
  const number = Array.from({ length: 28 }, () => Math.floor(Math.random() * 10)).join('');
  [`商户  ${service}示例商户`, `时间  ${toSecond(now())}`, `单号  ${number}`].forEach((text, index) =>
    say(text, 480 + index * 60, '24px sans-serif', '#6b7280'),
  );
  paper.fillStyle = `hsl(${Math.random() * 360} 60% 85%)`;
  paper.fillRect(60, 680, 420, 120);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
