import { element, SCRIPT } from '../host-page.js';

const inPage = (name) => `<script src="/in-page/${name}.js"></script>`;

/** What scripts that cannot be had any more did to a page; those of in-page/ say what they are. */
export const IN_TAMPERED_PAGES = [
  {
    name: 'prototype.js 1.6 before it',
    pays: true,
    page: { head: inPage('prototype-1.6') },
  },
  {
    name: 'prototype.js 1.6 after it',
    pays: true,
    page: { body: element() + SCRIPT + inPage('prototype-1.6') },
  },
  {
    name: 'prototype.js 1.6, and a payment by a form',
    pays: true,
    page: {
      head: inPage('prototype-1.6'),
      body: element({ attributes: { 'dibs-payment-url': '/pay?form' } }) + SCRIPT,
    },
  },
  {
    name: 'Datejs before it',
    pays: true,
    page: { head: inPage('datejs') },
  },
  {
    name: 'Datejs after it',
    pays: true,
    page: { body: element() + SCRIPT + inPage('datejs') },
  },
  {
    name: 'helpers on all arrays, objects and strings',
    pays: true,
    page: { head: inPage('helpers-on-everything') },
  },
  {
    name: 'a JSON of the page’s own',
    pays: true,
    page: { head: inPage('json-of-its-own') },
  },
  {
    name: 'an Event that is an object of functions, before it',
    pays: true,
    page: { head: `<script>window.Event = { add() {}, stop() {} };</script>` },
  },
  {
    name: 'an Event that is an object of functions, after it',
    pays: true,
    page: { body: `${element()}${SCRIPT}<script>window.Event = { add() {} };</script>` },
  },
  {
    name: 'a find of the page’s own on all arrays is named in the console',
    orSays: /find|what\.test|\.test is not/,
    page: { head: inPage('find-of-its-own') },
  },
  {
    name: 'a fetch that is the page’s own function is named in the console',
    orSays: /ddb-debt-overview/,
    page: {
      head: `<script>window.fetch = (id) => { document.getElementById(id)?.click(); };</script>`,
    },
  },
  {
    name: 'classes of the page’s own, named Comment, Text and Element',
    pays: true,
    page: {
      head: `<script>
        window.Comment = function (id) { this.id = id; };
        window.Text = { of(id) { return document.getElementById(id).innerHTML; } };
        window.Element = function (id) { return document.getElementById(id); };
      </script>`,
    },
  },
  {
    name: 'a map on the page, made by a Map of its own, is named in the console',
    orSays: /<ddb-debt-overview>|Map|not a function/,
    page: { head: `<script>window.Map = function (id) { this.id = id; };</script>` },
  },
  {
    name: 'a URL that is a text: the console names each address that could not be read',
    orSays: /fees-url="\/fees"/,
    page: { head: `<script>window.URL = 'https://bibliotek.example/';</script>` },
  },
  {
    name: 'a console that can only log keeps it from nothing, whatever it has to say there',
    page: {
      head: '<script>window.console = { log() {} };</script>',
      body: element({ attributes: { systems: 'alle' } }) + SCRIPT,
    },
    problems: ['systems'],
  },
  {
    name: 'no Symbol: Lit does not load, and the console says why',
    orSays: /Symbol(\.for| is)|reading 'for'/,
    page: { head: '<script>window.Symbol = undefined;</script>' },
  },
];
