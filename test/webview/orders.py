"""The orders that the Node side can send to the view: one method for each `do`."""

import json

from gi.repository import Gdk, GLib, Gtk, JavaScriptCore, WebKit2


class Orders:
    def __init__(self, view, window, emit):
        self._view = view
        self._window = window
        self._emit = emit
        self._replies = {}
        self._scripts = []
        self._size = window.get_default_size()

    def take(self, order):
        """Runs one order and answers it when it is done."""
        id_ = order.pop("id")

        def answer(value=None):
            self._emit(id=id_, value=value)

        def fail(error):
            self._emit(id=id_, error=str(error))

        try:
            getattr(self, order.pop("do"))(answer, fail, **order)
        except Exception as error:  # The test reports any error.
            fail(f"{type(error).__name__}: {error}")

    def load(self, answer, fail, url):
        handlers = []

        def end(how, value=None):
            while handlers:
                self._view.disconnect(handlers.pop())
            how(value) if value else how()

        def on_change(_, event):
            if event == WebKit2.LoadEvent.FINISHED:
                end(answer)

        def on_fail(_, event, at, error):
            end(fail, f"{at}: {error.message}")
            return False

        handlers.append(self._view.connect("load-changed", on_change))
        handlers.append(self._view.connect("load-failed", on_fail))
        self._view.load_uri(url)

    def evaluate(self, answer, fail, body):
        """Runs the body of an async function in the page, outside its policy, as an app does."""

        def on_done(view, result):
            try:
                value = view.call_async_javascript_function_finish(result)
                text = value.to_json(0)
                answer(json.loads(text) if text else None)
            except GLib.Error as error:
                fail(error.message)

        self._view.call_async_javascript_function(body, -1, None, None, None, None, on_done)

    def before(self, answer, fail, script):
        """Runs a script at the start of each page that is loaded from now on, outside its policy."""
        top = WebKit2.UserContentInjectedFrames.TOP_FRAME
        at_start = WebKit2.UserScriptInjectionTime.START
        self._scripts.append(WebKit2.UserScript(script, top, at_start, None, None))
        self._view.get_user_content_manager().add_script(self._scripts[-1])
        answer()

    def run(self, answer, fail, script):
        """Evaluates a script and ignores its value, as iOS's `evaluateJavaScript` does."""

        def on_done(view, result):
            try:
                view.evaluate_javascript_finish(result)
                answer()
            except GLib.Error as error:
                fail(error.message)

        self._view.evaluate_javascript(script, -1, None, None, None, on_done)

    def keep(self, reply, context):
        """Stores the reply of a promise that the page holds; returns its number."""
        number = len(self._replies) + 1
        self._replies[number] = (reply, context)
        return number

    def reply(self, answer, fail, number, value=None, error=None):
        reply, context = self._replies.pop(number)
        if error:
            reply.return_error_message(error)
        else:
            reply.return_value(JavaScriptCore.Value.new_from_json(context, json.dumps(value)))
        answer()

    def press(self, answer, fail, x, y):
        """A real press in the view: the page cannot distinguish its events from a patron's."""
        device = Gdk.Display.get_default().get_default_seat().get_pointer()
        for kind in (Gdk.EventType.BUTTON_PRESS, Gdk.EventType.BUTTON_RELEASE):
            event = Gdk.Event.new(kind)
            event.window = self._view.get_window()
            event.set_device(device)
            pressed = event.button
            pressed.send_event = True
            pressed.time = Gdk.CURRENT_TIME
            pressed.x, pressed.y, pressed.button = x, y, 1
            Gtk.main_do_event(event)
        answer()

    def show(self, answer, fail, visible):
        """Hides the view or shows it again."""
        self._view.set_visible(visible)
        answer()

    def resize(self, answer, fail, width, height):
        self._window.resize(width, height)
        answer()

    def zoom(self, answer, fail, text):
        """The size of text, 1 for 100 %."""
        self._view.set_zoom_level(text)
        answer()

    def dark(self, answer, fail, preferred):
        Gtk.Settings.get_default().set_property("gtk-application-prefer-dark-theme", preferred)
        answer()

    def reset(self, answer, fail):
        """Resets everything but the storage of the page's origin: the next test has another origin."""
        while self._scripts:
            self._view.get_user_content_manager().remove_script(self._scripts.pop())
        self._view.set_zoom_level(1)
        self._view.set_visible(True)
        self._window.resize(*self._size)
        self.dark(answer, fail, False)

    def snapshot(self, answer, fail, path):
        """Saves a screenshot as a PNG, with GDK, because WebKit's own needs cairo's bindings."""
        width, height = self._window.get_size()
        picture = Gdk.pixbuf_get_from_window(self._window.get_window(), 0, 0, width, height)
        picture.savev(path, "png", [], [])
        answer()
