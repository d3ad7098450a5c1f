#!/usr/bin/python3
"""A WebKitGTK view as large as the screen, where the arrow keys move a caret. It loads each line of its input."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

view = WebKit2.WebView(
    settings=WebKit2.Settings(
        enable_caret_browsing=True,
        hardware_acceleration_policy=WebKit2.HardwareAccelerationPolicy.NEVER,
    ),
)
window = Gtk.Window(title="WebKitGTK")
window.add(view)
window.fullscreen()
window.show_all()
view.grab_focus()


def on_input(source, _):
    line = source.readline().strip()
    if line:
        view.load_uri(line)
    else:
        # The Node side has ended.
        Gtk.main_quit()
    return bool(line)


def on_load_changed(_, event):
    if event == WebKit2.LoadEvent.FINISHED:
        print(view.get_uri(), flush=True)


view.connect("load-changed", on_load_changed)
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_input)
Gtk.main()
