package worker

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"ziping/extract"
)

// head keeps the beginning of what is written to it: Go prints the goroutine
// that failed first and all the others after it.
type head struct{ kept []byte }

const headBytes = 32 << 10

func (h *head) Write(p []byte) (int, error) {
	h.kept = append(h.kept, p[:min(len(p), headBytes-len(h.kept))]...)
	return len(p), nil
}

// crash says why a worker that was killed ended before it answered: ended from
// outside, or a defect, with what it printed last.
func (w *process) crash() *extract.Error {
	<-w.gone
	how := w.cmd.ProcessState.String()
	switch {
	case !errors.Is(w.garbled, io.EOF) && !errors.Is(w.garbled, io.ErrUnexpectedEOF): // it was alive, and ended by us
		how = fmt.Sprintf("an answer that cannot be read: %v", w.garbled)
	case killed(w.cmd.ProcessState):
		return &extract.Error{
			Kind:   extract.ErrStuck,
			Reason: extract.Text{ZH: "处理此文件的进程两次被外部中止，可能是系统内存不足", EN: "the process that worked on it was ended from outside, twice, perhaps for want of memory"},
			Hint:   extract.Text{ZH: "请关闭其他程序，或用 --jobs 1 再试", EN: "close other programs, or try again with --jobs 1"},
		}
	}
	return (&extract.Defect{Stage: stage, Value: how, Stack: string(w.last.kept)}).AsError()
}

// outOfMemory reports that a worker ended because the system gave it no more.
func (w *process) outOfMemory() bool {
	return bytes.Contains(w.last.kept, []byte("out of memory")) || bytes.Contains(w.last.kept, []byte("cannot allocate memory")) || w.limit.passed(w.cmd.ProcessState)
}
