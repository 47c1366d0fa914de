// Package farm is what the parts of a run over many machines say to each other. The run
// itself is ziping's: its plan, its worker processes, its account (internal/relay). What
// is added is a queue that outlives any machine, and a place for what is too big for it.
//
//	submit   plans a run and queues a Task for each input     (internal/farm/submit)
//	work     takes a Task, has it done, stores what came of it, acknowledges (…/desk)
//	collect  joins the plan with the Results, and has ziping write DIR       (…/collect)
//
// Delivery is at least once: a Task may be done twice, when its worker died, or was cut
// off, before it could say that it was done. What is visible is there once: a Result has
// a name made of the content, the name of the input, the version and the options, and
// whatever has a name is never replaced.
package farm

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ziping/extract"
	"ziping/internal/relay"
	"ziping/internal/worker"
)

// Task is one input to be done. Its content follows, or lies where Place says.
type Task struct {
	Job     string      `json:"job"`
	Key     string      `json:"key"`
	Input   relay.Input `json:"input"`
	Content int         `json:"content,omitempty"` // bytes that follow
	Place   string      `json:"place,omitempty"`   // in the store
	Oldest  bool        `json:"oldest,omitempty"`  // it waits its turn, whatever its size
}

// Result is what came of a Task. Its blobs (relay.Done), packed (internal/farm/pack), follow,
// or lie in the store where Place says. What failed has its kind here, for whoever counts.
type Result struct {
	Key    string          `json:"key"`
	Failed string          `json:"failed,omitempty"`
	Blobs  []int           `json:"blobs,omitempty"`  // their sizes
	Small  bool            `json:"small,omitempty"`  // the pack was made smaller
	Inline int             `json:"inline,omitempty"` // bytes of the pack that follow
	Error  *worker.Failure `json:"error,omitempty"`
	Place  string          `json:"place,omitempty"`
	SHA256 string          `json:"sha256,omitempty"` // of what lies there
	MS     int64           `json:"ms"`
	Worker string          `json:"worker"`
	Tries  int             `json:"tries"` // deliveries of the task until this one
}

// Job is a run that was submitted.
type Job struct {
	ID    string     `json:"id"`
	Plan  relay.Plan `json:"plan"`
	Store string     `json:"store"` // see store.Open
	Dest  string     `json:"dest"`  // where it is to be collected
	From  []string   `json:"from"`  // what was submitted
	Dir   string     `json:"dir"`   // where that was, for paths that are relative
	At    time.Time  `json:"at"`
	// Born tells this job from one of its name that was forgotten.
	Born int64 `json:"born"`
	// Inputs and Chunks are known once all is submitted.
	Inputs int  `json:"inputs"`
	Chunks int  `json:"chunks"`
	Whole  bool `json:"whole"`
}

// Dead is an input that no worker could finish.
type Dead struct {
	Task
	Class  string          `json:"class"` // the kind of its error, or Poison
	Error  *worker.Failure `json:"error,omitempty"`
	Worker string          `json:"worker"`
	Tries  int             `json:"tries"`
}

// Poison is the class of a task that was given out too often: each time its worker ended
// or fell silent.
const Poison = "poison"

// Poisoned is the error of such a task.
func Poisoned(tries int) *worker.Failure {
	return &worker.Failure{
		Kind:   extract.ErrStuck,
		Reason: extract.Text{ZH: fmt.Sprintf("交给工作进程 %d 次都没有结果，已放弃", tries), EN: fmt.Sprintf("given to workers %d times without a result; given up", tries)},
		Hint:   extract.Text{ZH: "请查看各工作机的日志；需要再试时用 ziping-farm submit --again", EN: "look at the logs of the workers; to try once more use ziping-farm submit --again"},
	}
}

// KeyOf is a task's name within its job: of the content and what the input is called, and
// of all that decides the bytes of the outputs.
func KeyOf(p *relay.Plan, in *relay.Input) string {
	content := in.SHA256
	if content == "" { // its head is all that is looked at, and tells nothing from others
		content = in.Path
	}
	var text []byte
	for _, s := range []string{p.Program, p.Key, strings.Join(p.Formats, ","), content, in.Name, strconv.FormatBool(in.Named), strconv.FormatInt(in.Size, 10)} {
		text = strconv.AppendInt(text, int64(len(s)), 10)
		text = append(append(text, ':'), s...)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// Token is a word made of any text, for a subject: a program's version, a job of no name.
func Token(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

var name = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// Named reports whether a name may be one of a tenant or a job.
func Named(s string) bool { return name.MatchString(s) }

// Class is the queue that a task waits in.
type Class string

// The classes, in the order in which workers look at them.
const (
	Small  Class = "small"
	Middle Class = "middle"
	Large  Class = "large"
)

// Classes are all of them.
var Classes = []Class{Small, Middle, Large}

// The sizes up to which an input is small, or of middle size.
const (
	smallBytes  = 64 << 10
	middleBytes = 2 << 20
)

// ClassOf is the class of an input of a size.
func ClassOf(size int64) Class {
	switch {
	case size <= smallBytes:
		return Small
	case size <= middleBytes:
		return Middle
	}
	return Large
}

// Problem is what goes wrong around a run and what to do about it, in both languages.
type Problem struct {
	Message, Hint extract.Text
	Err           error
}

func (p *Problem) Error() string { return p.Message.EN }

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }
