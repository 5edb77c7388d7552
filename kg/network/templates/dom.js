'use strict';

// Text reaches the page only as text nodes: nothing here or elsewhere parses markup.

const byId = (id) => document.getElementById(id);

function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role' || name === 'for') node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.filter((child) => child !== null && child !== ''));
  return node;
}

function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function button(text, onClick, className = '') {
  const node = element('button', { type: 'button', className }, text);
  node.addEventListener('click', onClick);
  return node;
}

// What others wrote can run from right to left.
const foreign = (tag, text, className = '') => element(tag, { dir: 'auto', className }, text);

function outsideLink(address, text) {
  if (!/^https?:\/\//i.test(address)) return foreign('span', text);
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, text);
}

// What stays as it was is not written again: that would have the page laid out anew.
function tell(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

function listed(words, joint = 'and') {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`;
}

const byText = new Intl.Collator('en').compare;

// Small letters without marks, so that "Kaczynski" finds "Kaczyński".
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
