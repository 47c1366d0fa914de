package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/extract/pdfin"
	"ziping/extract/recognise"
	"ziping/extract/scanin"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/internal/worker"
	"ziping/score"
)

// workerCommand is the hidden subcommand that makes this program a worker. It
// is looked at before anything else, so that a worker starts fast.
const workerCommand = "work"

// newPool is the pool of processes that work on inputs; none runs before the
// first input comes.
func (a *app) newPool() *worker.Pool {
	exe, err := os.Executable()
	if err != nil {
		exe = os.Args[0]
	}
	return worker.NewPool(worker.Settings{
		Path: exe, Name: os.Args[0], Args: []string{workerCommand},
		Crashed: func() { pdfin.Forget(cacheFolder()) },
		Preparing: sync.OnceFunc(func() {
			fmt.Fprintln(a.stderr, "ziping: "+a.say("首次读取 PDF，正在准备（约几秒，以后不再需要）…", "first PDF: preparing, once, for a few seconds …"))
		}),
	})
}

// serve is the worker: it does the jobs on standard input until that ends.
func (a *app) serve() int {
	d := &desk{a: a, engines: newEngines()}
	if err := worker.Serve(a.stdin, a.stdout, d.handle); err != nil {
		return exitAllFailed
	}
	return exitOK
}

// desk is where a worker works: its engines, and the settings of the input before,
// which are mostly those of the next.
type desk struct {
	a       *app
	engines engines
	raw     string
	options pipeline.Options
}

// handle does one job.
func (d *desk) handle(job string, param json.RawMessage, data []byte, r worker.Reporter) (worker.Answer, error) {
	var p inputParam
	if err := json.Unmarshal(param, &p); err != nil {
		return worker.Answer{}, err
	}
	o, err := d.pipeline(p.Settings)
	if err != nil {
		return worker.Answer{}, err
	}
	o.Named, o.Progress = p.Named, r.Progress
	*d.engines.report = r
	o.Apart, o.Over = d.engines.read, d.engines.over
	if d.a.fault != nil {
		d.a.fault(p.Name)
	}
	switch job {
	case readJob:
		doc, err := pipeline.Extract(data, p.Name, o)
		if err != nil {
			return worker.Answer{}, err
		}
		value, err := json.Marshal(doc)
		return worker.Answer{Value: value}, err
	case auditJob:
		return d.audit(p, data, o)
	case convertJob:
		return convert(p, data, o)
	}
	return worker.Answer{}, fmt.Errorf("no such job: %s", job)
}

// pipeline turns settings into options.
func (d *desk) pipeline(s settings) (pipeline.Options, error) {
	raw, err := json.Marshal(s)
	if err != nil || string(raw) == d.raw {
		return d.options, err
	}
	o := pipeline.Options{Lang: s.Lang, Limits: extract.DefaultLimits(), Version: version, Pages: s.Pages, Recognition: s.Recognition, DPI: s.DPI, Passwords: s.Passwords}
	if s.Audit {
		rules, drop, err := rulesFile(s)
		if err != nil {
			return o, err
		}
		defer drop()
		if o.Audit, err = pipeline.NewAuditor(pipeline.AuditOptions{Lang: s.Lang, Rules: rules, NoRepair: s.NoRepair}); err != nil {
			return o, err
		}
		if o.Audit.Key() != s.RulesKey {
			return o, &extract.Error{
				Kind:   extract.ErrRead,
				Reason: extract.Text{ZH: "评分规则文件在运行中改变了", EN: "the file of scoring rules changed during the run"},
				Hint:   extract.Text{ZH: "请再运行一次", EN: "run it again"},
			}
		}
	}
	d.raw, d.options, d.a.lang = string(raw), o, s.Lang
	return o, nil
}

// rulesFile is the file that holds the rules, or the name of rules that come with the
// program.
func rulesFile(s settings) (name string, drop func(), err error) {
	if s.RulesText == "" {
		return s.Rules, func() {}, nil
	}
	f, err := os.CreateTemp("", "ziping-*"+filepath.Ext(s.Rules))
	if err != nil {
		return "", nil, err
	}
	_, err = f.WriteString(s.RulesText)
	return f.Name(), func() { _ = os.Remove(f.Name()) }, errors.Join(err, f.Close())
}

// run takes an input through the stages.
func run(p inputParam, data []byte, o pipeline.Options) *pipeline.Outcome {
	if p.Size > int64(len(data)) {
		return pipeline.TooLarge(data, p.Name, p.Size, o)
	}
	return pipeline.Run(data, p.Name, o)
}

// audit does an auditJob.
func (d *desk) audit(p inputParam, data []byte, o pipeline.Options) (worker.Answer, error) {
	out := run(p, data, o)
	c := checked{in: batch.Input{Path: p.Name}, result: out.Result, document: out.Document, positions: out.Positions}
	var blob []byte
	var err error
	if w := p.Print; w != nil {
		c.in.Path = w.Path
		d.a.width, d.a.colours = func() int { return w.Width }, w.Colour
		d.a.print(d.a.checkReport(w.Format, reportLook{all: w.All, brief: w.Brief, only: w.Only}), &c)
		blob = c.output
	} else if blob, err = json.Marshal(pack(&c)); err != nil {
		return worker.Answer{}, err
	}
	v := verdict{Status: c.result.Status, Error: c.result.Error, Errors: pipeline.Findings(c.result)[string(score.Error)], Own: out.Own}
	if v.Error != nil {
		v.Defect = v.Error.Defect
	}
	value, err := json.Marshal(v)
	return worker.Answer{Value: value, Blobs: [][]byte{blob}}, err
}

// converted is what a worker says of a converted input; the outputs come as blobs.
type converted struct {
	batch.Outcome
	Formats []string
	Defect  *extract.Defect
}

// convert does a convertJob.
func convert(p inputParam, data []byte, o pipeline.Options) (worker.Answer, error) {
	out := run(p, data, o)
	files, err := out.Render(p.Formats)
	if err != nil {
		out.Fail(err)
	}
	c := converted{Outcome: batch.Outcome{Status: batch.Status(out.Result.Status)}}
	var a worker.Answer
	if e := out.Result.Error; e != nil {
		f := failure(e)
		c.Failure, c.Defect = &f, e.Defect
	} else {
		c.Findings = pipeline.Findings(out.Result)
		if d := out.Digest(); d != nil {
			if c.Digest, err = json.Marshal(d); err != nil {
				return a, err
			}
		}
		for _, n := range out.Notes(p.Formats) {
			c.Notes = append(c.Notes, batch.Note(n))
		}
		for _, f := range files {
			c.Formats = append(c.Formats, f.Format)
			a.Blobs = append(a.Blobs, f.Data)
		}
	}
	a.Value, err = json.Marshal(c)
	return a, err
}

// recognisingPercent is how much garbage there may be beside what is held while pages are
// recognised, in per cent: memory that is used again costs less than fresh memory.
const recognisingPercent = 100

// engines read PDF and pictures and lay text over them. Each is started with the
// first file that needs it.
type engines struct {
	report *worker.Reporter // of the job at hand
	read   func(data []byte, o extract.Options) (*extract.Document, error)
	over   func(data []byte, layers []extract.Layer, o extract.Options) ([]byte, error)
}

func newEngines() engines {
	report := new(worker.Reporter)
	progress := func() { report.Progress() }
	compiled := false
	recogniser := sync.OnceValue(func() *recognise.Reader {
		debug.SetGCPercent(recognisingPercent)
		report.Beside()
		return newRecogniser(func() { report.Page() })
	})
	engine := sync.OnceValue(func() *pdfin.Engine {
		report.Beside() // the sandbox
		report.Keeps()
		settings := pdfin.Settings{
			Cache:     cacheFolder(),
			Preparing: func() { compiled = true; report.Preparing() },
			Progress:  progress,
		}
		if recognises {
			settings.Recogniser = recogniser
		}
		return pdfin.New(settings)
	})
	return engines{
		report: report,
		read: func(data []byte, o extract.Options) (*extract.Document, error) {
			if formats.Sniff(data) == formats.Image {
				return scanin.New(recogniser(), progress).Read(data, o)
			}
			doc, err := engine().Read(data, o)
			if compiled { // which took some 300 MB, and nothing for the files to come
				compiled = false
				debug.FreeOSMemory()
			}
			return doc, err
		},
		over: func(data []byte, layers []extract.Layer, o extract.Options) ([]byte, error) {
			return searchable(engine(), data, layers, o, progress)
		},
	}
}

// cacheFolder is where compiled PDFium is kept, "" if there is no place for it
// that is the user's alone: what lies there will be run.
func cacheFolder() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(base, "ziping", "pdfium")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return ""
	}
	// Who may write to the folder above could put another in its place.
	for _, d := range []string{filepath.Dir(dir), dir} {
		if info, err := os.Lstat(d); err != nil || !info.IsDir() || !private(info) {
			return ""
		}
	}
	return dir
}
