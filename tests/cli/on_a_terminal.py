import os, pty, sys
# Runs a command on a terminal of its own and prints what came out of it. Standard error is none:
# a slow machine shows progress there. Where TYPED is set, that line is typed and, once the terminal
# has shown it, the end of input: an answer never comes before what was typed.
errors = os.dup(2)
try:
    child, terminal = pty.fork()
except OSError:
    sys.exit(77)  # no terminal to be had here: skipped
if child == 0:
    os.dup2(errors, 2)
    os.execvp(sys.argv[1], sys.argv[1:])
typed = os.environ.get('TYPED', '').encode()
if typed:
    os.write(terminal, typed + b'\n')
out = b''
while True:
    try:
        block = os.read(terminal, 65536)
    except OSError:
        break
    if not block:
        break
    out += block
    if typed and typed + b'\r\n' in out:
        os.write(terminal, b'\x04')
        typed = b''
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(out.replace(b'\r\n', b'\n'))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(status))
