import { element, SCRIPT } from '../library-page.js';

const inPage = (name) => `<script src="/in-page/${name}.js"></script>`;

/** Pages with scripts that are no longer available. The scripts in in-page/ imitate them. */
export const TAMPERED_PAGES = [
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
    name: 'the page’s own JSON',
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
    name: 'the page’s own find on all arrays: works or logs an error',
    allowedWarning: /find|what\.test|\.test is not/,
    page: { head: inPage('find-of-its-own') },
  },
  {
    name: 'the page’s own function named fetch: works or logs an error',
    allowedWarning: /ddb-debt-overview/,
    page: {
      head: `<script>window.fetch = (id) => { document.getElementById(id)?.click(); };</script>`,
    },
  },
  {
    name: 'the page’s own classes Comment, Text and Element',
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
    name: 'the page’s own Map: works or logs an error',
    allowedWarning: /<ddb-debt-overview>|Map|not a function/,
    page: { head: `<script>window.Map = function (id) { this.id = id; };</script>` },
  },
  {
    name: 'a URL that is a string: works or warns about each URL',
    allowedWarning: /fees-url="\/fees"/,
    page: { head: `<script>window.URL = 'https://bibliotek.example/';</script>` },
  },
  {
    name: 'a console with only log, and a setting with a problem',
    page: {
      head: '<script>window.console = { log() {} };</script>',
      body: element({ attributes: { systems: 'alle' } }) + SCRIPT,
    },
    problems: ['systems'],
  },
  {
    name: 'no Symbol: works or logs an error',
    allowedWarning: /Symbol(\.for| is)|reading 'for'/,
    page: { head: '<script>window.Symbol = undefined;</script>' },
  },
];
