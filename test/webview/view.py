#!/usr/bin/python3
"""A WebKitGTK view without a browser, driven by JSON lines from web-view.js.

In:   {"id": 1, "do": "load", "url": "…"}     `do` is one of the methods of Orders
Out:  {"id": 1, "value": …}  or  {"id": 1, "error": "…"}
      {"event": "message" | "navigation" | "arrival" | "console" | "crash", …}
"""

import argparse
import json
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

from orders import Orders  # noqa: E402

HANDLER = "ddbDebtOverview"
CONSOLE = "webViewConsole"

# Only this machine may be loaded; other navigations are blocked and reported.
HERE = ("http://127.0.0.1:", "http://localhost:", "about:")

# WebKitGTK writes its console to the journal. This script reports the page's console, errors and violations.
LISTEN = """
const report = (text) => webkit.messageHandlers.%s.postMessage(text);
for (const level of ['log', 'info', 'warn', 'error']) {
  const write = console[level];
  console[level] = (...args) => (report(`${level}: ${args.map(String).join(' ')}`), write(...args));
}
addEventListener('error', ({ message }) => message && report(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => report(`error: ${reason}`));
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  report(`policy: ${effectiveDirective} ${blockedURI}`),
);
""" % CONSOLE

parser = argparse.ArgumentParser()
parser.add_argument("--size", default="390x844", help="CSS pixels, as 390x844")
parser.add_argument("--with-reply", action="store_true", help="postMessage answers a promise")
options = parser.parse_args()


def emit(**line):
    print(json.dumps(line), flush=True)


def text_of(value):
    # A native side accepts only strings; None lets a test find anything else.
    return value.to_string() if value.is_string() else None


def on_message(_, result):
    emit(event="message", body=text_of(result.get_js_value()))


def on_message_with_reply(_, value, reply):
    emit(event="message", body=text_of(value), reply=orders.keep(reply, value.get_context()))
    return True


def on_decide_policy(_, decision, kind):
    if kind == WebKit2.PolicyDecisionType.RESPONSE:
        return False
    action = decision.get_navigation_action()
    url = action.get_request().get_uri()
    new_window = kind == WebKit2.PolicyDecisionType.NEW_WINDOW_ACTION
    emit(
        event="navigation",
        url=url,
        by=action.get_navigation_type().value_nick,
        newWindow=new_window,
    )
    if new_window or not url.startswith(HERE):
        decision.ignore()
        return True
    return False


def on_load_changed(_, event):
    if event == WebKit2.LoadEvent.FINISHED:
        emit(event="arrival", url=view.get_uri())


def message_handlers():
    """The message handlers that the page can use."""
    content = WebKit2.UserContentManager()
    if options.with_reply:
        content.connect(f"script-message-with-reply-received::{HANDLER}", on_message_with_reply)
        content.register_script_message_handler_with_reply(HANDLER, None)
    else:
        content.connect(f"script-message-received::{HANDLER}", on_message)
        content.register_script_message_handler(HANDLER)
    content.connect(
        f"script-message-received::{CONSOLE}",
        lambda _, result: emit(event="console", text=text_of(result.get_js_value())),
    )
    content.register_script_message_handler(CONSOLE)
    everywhere = WebKit2.UserContentInjectedFrames.ALL_FRAMES
    at_start = WebKit2.UserScriptInjectionTime.START
    content.add_script(WebKit2.UserScript(LISTEN, everywhere, at_start, None, None))
    return content


view = WebKit2.WebView(
    web_context=WebKit2.WebContext.new_ephemeral(),
    user_content_manager=message_handlers(),
    settings=WebKit2.Settings(
        hardware_acceleration_policy=WebKit2.HardwareAccelerationPolicy.NEVER,
        zoom_text_only=True,
    ),
)
view.connect("decide-policy", on_decide_policy)
view.connect("load-changed", on_load_changed)
view.connect("web-process-terminated", lambda _, why: emit(event="crash", why=why.value_nick))

window = Gtk.Window(decorated=False)
window.set_default_size(*map(int, options.size.split("x")))
window.connect("destroy", Gtk.main_quit)
window.add(view)
window.show_all()

orders = Orders(view, window, emit)
rest = b""


def on_input(fd, _):
    global rest
    piece = os.read(fd, 65536)
    *lines, rest = (rest + piece).split(b"\n")
    for line in lines:
        orders.take(json.loads(line))
    if not piece:
        # The Node side has ended.
        Gtk.main_quit()
    return bool(piece)


GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_input)
Gtk.main()
