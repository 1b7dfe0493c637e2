import { init } from 'kessai';

import { h } from './dom.js';
import { start } from './shell.js';
import './styles/base.css';
import './styles/fields.css';
import './styles/parts.css';
import './styles/payments.css';
import './styles/life.css';
import './styles/administration.css';
import './styles/print.css';

init().then(start, (fault: unknown) => {
  // Whoever sees this may have a browser that forbids WebAssembly.
  console.error(fault);
  document.body.append(
    h(
      'main',
      { class: 'failed', role: 'alert' },
      h('p', { lang: 'ja' }, 'この画面を開始できません。ブラウザーの WebAssembly が無効になっていないかご確認ください。'),
      h('p', { lang: 'en' }, 'This page cannot start. Please check whether your browser allows WebAssembly.'),
    ),
  );
});
