package extract

import (
	"fmt"
	"path"
	"runtime/debug"
	"strings"
)

// Defect is a fault of the program itself, as a fence caught it: a panic, or a
// process of ours that ended by itself. It is plain data, so that it crosses
// the pipe of a worker, and it is what an Error of kind ErrInternal wraps.
type Defect struct {
	Stage string // which fence caught it: read, normalize, audit, render …
	Value string // what the panic said
	Stack string // where it came from, as Go prints stacks; may be empty
}

// Caught is the Error for what recover returned. It is called by the deferred
// function itself, where the stack still shows the frame that failed:
//
//	defer func() {
//		if p := recover(); p != nil {
//			doc, err = nil, extract.Caught("read", p)
//		}
//	}()
func Caught(stage string, p any) *Error {
	if e, ok := p.(error); ok {
		p = e.Error()
	}
	return (&Defect{Stage: stage, Value: fmt.Sprint(p), Stack: string(debug.Stack())}).AsError()
}

// AsError is the Error that a Defect ends an input with. It speaks of the
// program and never of the file, which may well be sound.
func (d *Defect) AsError() *Error {
	return &Error{
		Kind: ErrInternal,
		Reason: Text{
			ZH: "程序自身出错，此文件未处理；文件本身可能完好",
			EN: "a fault of ziping itself stopped it; the file may well be sound",
		},
		Hint: Text{
			ZH: "请设 ZIPING_DEBUG=1 再运行一次，把打印的内容和 ziping --version 的输出一起报给维护者",
			EN: "run it again with ZIPING_DEBUG=1 and report what that prints with the output of ziping --version",
		},
		Err: d,
	}
}

// Error is the stage and what the panic said.
func (d *Defect) Error() string { return d.Stage + ": " + d.Value }

// The program's own packages: how their names begin, and the folder of the one
// that Go names main.
const (
	module  = "ziping/"
	command = "cmd/ziping"
)

// Where is the place in the program's source that failed, such as
// normalize/place/goals.go:88, or "" where the stack does not say. It is the
// innermost frame of our own: what a library did is for whoever called it. The
// folder is taken from the package's name, so that no path of the machine that
// built the program shows.
func (d *Defect) Where() string {
	lines := strings.Split(d.Stack, "\n")
	lines = lines[afterPanic(lines):]
	for i := 0; i+1 < len(lines); i++ {
		file, inFrame := strings.CutPrefix(lines[i+1], "\t")
		if !inFrame {
			continue
		}
		if folder := folderOf(lines[i]); folder != "" {
			file, _, _ = strings.Cut(path.Base(strings.ReplaceAll(file, `\`, "/")), " ")
			return folder + "/" + file
		}
	}
	return ""
}

// afterPanic is the index behind the call of panic: what comes before it is the
// fence. A stack that shows no such call, as that of a process that crashed,
// begins with the frame that failed.
func afterPanic(lines []string) int {
	for i, l := range lines {
		if strings.HasPrefix(l, "panic(") {
			return i + 1
		}
	}
	return 0
}

// folderOf is the folder of a frame's package in the source, "" if the package
// is not one of ours. A frame is "ziping/score/solve.(*search).try(0x1, ...)".
func folderOf(frame string) string {
	if strings.HasPrefix(frame, "main.") {
		return command
	}
	name, ours := strings.CutPrefix(frame, module)
	if !ours {
		return ""
	}
	name, _, _ = strings.Cut(name, "(")
	dir, last := path.Split(name)
	pkg, _, _ := strings.Cut(last, ".")
	return dir + pkg
}
