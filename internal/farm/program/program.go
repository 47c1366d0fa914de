// Package program runs ziping, the program that lies beside ziping-farm: for a plan, for
// workers, for the account and the summary in the end. Nothing of ziping is linked in, so
// that what many machines make is what one makes, by the same code.
package program

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/frame"
	"ziping/internal/relay"
	"ziping/internal/worker"
)

// Program is a ziping that was found.
type Program struct {
	Path string
	Name string // its version and what it can do, see relay.Plan

	file os.FileInfo // as it was found
}

// base is the program's name.
const base = "ziping"

// Find finds ziping where it was said to be, else beside this program, else on the path of
// the system, and asks it for its version.
func Find(said string) (*Program, error) {
	path := said
	if path == "" {
		name := base
		if runtime.GOOS == "windows" {
			name += ".exe"
		}
		if self, err := os.Executable(); err == nil {
			if real, err := filepath.EvalSymlinks(self); err == nil {
				self = real
			}
			path = filepath.Join(filepath.Dir(self), name)
		}
		if _, err := os.Stat(path); err != nil {
			path = base
		}
	}
	path, err := exec.LookPath(path)
	if err == nil {
		path, err = filepath.Abs(path)
	}
	if err != nil {
		return nil, missing(said, err)
	}
	p := &Program{Path: path}
	if p.file, err = os.Stat(path); err != nil {
		return nil, missing(said, err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, path, relay.AskCommand).Output()
	if err != nil {
		return nil, missing(path, err)
	}
	name, speech, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if speech != relay.Speech {
		return nil, &farm.Problem{
			Message: extract.Text{ZH: path + "（" + name + "）属于另一次发布，与本程序不能合用", EN: path + " (" + name + ") is of another release than this program, and cannot be used with it"},
			Hint:    besideHint,
		}
	}
	p.Name = name
	return p, nil
}

func missing(path string, err error) error {
	if path == "" {
		path = base
	}
	return &farm.Problem{
		Message: extract.Text{ZH: "找不到可用的 ziping：" + path, EN: "no ziping that can be used: " + path},
		Hint:    besideHint, Err: err,
	}
}

var besideHint = extract.Text{ZH: "请把同一版本的 ziping 与 ziping-farm 放在一个文件夹里，或用 --ziping 指明", EN: "put the ziping of the same release beside ziping-farm, or name it with --ziping"}

// Replaced reports whether another file stands in the program's place since it was found:
// what it does now is not what it was taken for.
func (p *Program) Replaced() bool {
	now, err := os.Stat(p.Path)
	return err != nil || !os.SameFile(now, p.file) || now.Size() != p.file.Size() || !now.ModTime().Equal(p.file.ModTime())
}

// Pool is a pool of its workers.
func (p *Program) Pool(total time.Duration, memory int64, preparing func()) *worker.Pool {
	return worker.NewPool(worker.Settings{
		Path: p.Path, Name: base, Args: []string{relay.WorkCommand}, Total: total, Memory: memory, Preparing: preparing,
		Crashed: func() { _ = exec.Command(p.Path, relay.ForgetCommand).Run() }, // the next worker tells
	})
}

// ExitError says that ziping ended otherwise than well; it has told why by itself.
type ExitError struct{ Status int }

func (e *ExitError) Error() string { return fmt.Sprintf("ziping ended with status %d", e.Status) }

func asExit(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return &ExitError{exit.ExitCode()}
	}
	return err
}

// Plan makes a plan by relay-plan with these arguments, in a folder ("" for this one), and
// hands on each input with its content.
func (p *Program) Plan(ctx context.Context, dir string, args []string, stdin io.Reader, stderr io.Writer, head func(*relay.Plan) error, each func(*relay.Input, []byte) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.Path, append([]string{relay.PlanCommand}, args...)...)
	cmd.Dir, cmd.Stdin, cmd.Stderr = dir, stdin, stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return missing(p.Path, err)
	}
	err = read(bufio.NewReaderSize(out, 1<<20), head, each)
	if err != nil {
		cancel()
	}
	if exit := asExit(cmd.Wait()); exit != nil && (err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)) {
		return exit
	}
	return err
}

func read(r io.Reader, head func(*relay.Plan) error, each func(*relay.Input, []byte) error) error {
	plan := new(relay.Plan)
	if err := frame.Read(r, plan); err != nil {
		return err
	}
	if err := head(plan); err != nil {
		return err
	}
	for {
		in := new(relay.Input)
		if err := frame.Read(r, in); err != nil {
			return err
		}
		if in.End {
			return nil
		}
		data, err := frame.Blob(r, in.Content)
		if err != nil {
			return err
		}
		in.Content = 0
		if err := each(in, data); err != nil {
			return err
		}
	}
}

// pipeBytes is how much is handed to a program at once: to wake it for each result costs
// more than the result.
const pipeBytes = 128 << 10

// Gathering is a relay-gather under way.
type Gathering struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	buf *bufio.Writer
}

// Gather begins to have results written, in a folder that paths are relative to.
func (p *Program) Gather(plan *relay.Plan, dir string, args []string, stdout, stderr io.Writer) (*Gathering, error) {
	cmd := exec.Command(p.Path, append([]string{relay.GatherCommand}, args...)...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, stdout, stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, missing(p.Path, err)
	}
	g := &Gathering{cmd: cmd, in: in, buf: bufio.NewWriterSize(in, pipeBytes)}
	if err := frame.Write(g.buf, plan); err != nil {
		return nil, g.failed(err)
	}
	return g, nil
}

// Add has one result written, with the next few or when Flush is called.
func (g *Gathering) Add(d *relay.Done, blobs [][]byte) error {
	d.Blobs = nil
	for _, b := range blobs {
		d.Blobs = append(d.Blobs, len(b))
	}
	if err := frame.Write(g.buf, d, blobs...); err != nil {
		return g.failed(err)
	}
	return nil
}

// Flush has written what was added until now.
func (g *Gathering) Flush() error {
	if err := g.buf.Flush(); err != nil {
		return g.failed(err)
	}
	return nil
}

// End says that there are no more and waits until all is written; without it the run is an
// interrupted one. The error is an *ExitError unless the exit status is 0.
func (g *Gathering) End() error {
	err := frame.Write(g.buf, relay.Input{End: true})
	return g.failed(errors.Join(err, g.buf.Flush()))
}

// Cut ends it before its end.
func (g *Gathering) Cut() { _ = g.failed(g.buf.Flush()) }

// failed ends the program; what it says counts more than that it did not listen.
func (g *Gathering) failed(err error) error {
	_ = g.in.Close()
	if exit := asExit(g.cmd.Wait()); exit != nil {
		return exit
	}
	return err
}
