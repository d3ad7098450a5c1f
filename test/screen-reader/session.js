import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { onPath } from '../browsers/on-path.js';
import { startScreen } from '../browsers/screen.js';
import { Orca } from './orca.js';

/** Debian's packages by the program that is needed. */
const PROGRAMS = {
  orca: 'orca',
  'speech-dispatcher': 'speech-dispatcher',
  'dbus-daemon': 'dbus-daemon',
  openbox: 'openbox',
  xdotool: 'xdotool',
  localedef: 'libc-bin locales',
};

function assertInstalled() {
  const missing = Object.keys(PROGRAMS).filter((name) => !onPath(name));
  if (missing.length)
    throw new Error(`Install ${missing.map((name) => PROGRAMS[name]).join(' ')} (Debian).`);
}

/** The language that Orca speaks. */
const LOCALES = { da: 'da_DK', en: 'en_GB' };

/** No echo of keys, no reading of the whole page when it opens, and a log that is written line by line. */
const ORCA_SETTINGS = `import orca.debug as debug
import orca.settings as settings
debug.debugFile.reconfigure(line_buffering=True)
settings.enableKeyEcho = False
settings.sayAllOnLoad = False
settings.enableBraille = False
settings.enableSound = False
`;

const A11Y_SETTINGS = `[org/gnome/desktop/interface]
toolkit-accessibility=true

[org/gnome/desktop/a11y/applications]
screen-reader-enabled=true
`;

/** Speech goes to a module that says nothing, on an audio output that plays nothing. */
const SPEECH_SETTINGS = `AudioOutputMethod "libao"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
`;
const SILENT_MODULE = `GenericExecuteSynth "true"
AddVoice "da" "MALE1" "da"
AddVoice "en" "MALE1" "en"
`;

/** The files that the programs read, in a home of their own. @returns the variables that lead to them */
function makeHome(home, language) {
  const write = (path, text) => {
    const file = join(home, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  };
  write('.config/glib-2.0/settings/keyfile', A11Y_SETTINGS);
  write('.local/share/orca/orca-customizations.py', ORCA_SETTINGS);
  write('.libao', 'default_driver=null\n');
  write('speech/speechd.conf', SPEECH_SETTINGS);
  write('speech/modules/silent.conf', SILENT_MODULE);
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  mkdirSync(join(home, 'locales'));
  const locale = `${LOCALES[language]}.UTF-8`;
  execFileSync('localedef', [
    '-i',
    LOCALES[language],
    '-f',
    'UTF-8',
    join(home, 'locales', locale),
  ]);
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    LOCPATH: join(home, 'locales'),
    LANG: locale,
    LANGUAGE: language,
    LC_ALL: locale,
  };
}

const ACCESSIBLE = {
  GSETTINGS_BACKEND: 'keyfile',
  GTK_MODULES: 'gail:atk-bridge',
  GNOME_ACCESSIBILITY: '1',
  GDK_BACKEND: 'x11',
  // Without a default route WebKit assumes that the machine is offline.
  GIO_USE_NETWORK_MONITOR: 'base',
  // Its sandbox wants user namespaces, which containers do not give.
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
};

/**
 * A desktop that nobody sees, with a session bus, a window manager and Orca, which speaks a language to nobody.
 * Only one Orca runs at a time for one user.
 * @param {'da' | 'en'} language
 */
export async function openSession(language) {
  assertInstalled();
  const home = mkdtempSync(join(tmpdir(), 'orca-'));
  const screen = await startScreen('1280x1024x24');
  const env = {
    ...process.env,
    ...makeHome(home, language),
    ...ACCESSIBLE,
    DISPLAY: screen.display,
    SPEECHD_ADDRESS: `unix_socket:${home}/speech.sock`,
  };
  const children = [];
  process.once('exit', () => children.forEach((child) => child.kill()));
  const start = (program, args, stdio = 'ignore') => {
    const child = spawn(program, args, { env, stdio });
    children.push(child);
    return child;
  };
  const end = async () => {
    for (const child of children.toReversed()) {
      if (child.exitCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill();
      await Promise.race([ended, wait(3000).then(() => child.kill('SIGKILL'))]);
    }
    screen.end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const bus = start('dbus-daemon', ['--session', '--print-address', '--nofork'], 'pipe');
    [env.DBUS_SESSION_BUS_ADDRESS] = await once(createInterface(bus.stdout), 'line');
    start('openbox', []);
    const speech = ['-s', '-C', `${home}/speech`, '-L', home, '-P', `${home}/speech.pid`];
    start('speech-dispatcher', [
      ...speech,
      '-c',
      'unix_socket',
      '-S',
      `${home}/speech.sock`,
      '-t',
      '0',
    ]);
    while (!existsSync(`${home}/speech.sock`)) await wait(50);
    const log = join(home, 'orca.log');
    const orca = new Orca(log, (...keys) => execFileSync('xdotool', keys, { env }));
    const child = start('orca', ['--debug-file', log], 'pipe');
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output += text));
    await orca.untilSpoken().catch((error) => {
      throw new Error(`${error.message} ${output}`);
    });
    return { env, orca, start, end };
  } catch (error) {
    await end();
    throw error;
  }
}
