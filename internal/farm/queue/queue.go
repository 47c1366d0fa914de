// Package queue is the streams of a farm on NATS JetStream, and what may go wrong with
// them in words.
//
//	TASKS    ziping.TENANT.task.PROGRAM.CLASS.JOB.KEY   a work queue: gone once acknowledged
//	RESULTS  ziping.TENANT.result.JOB.KEY               one for each key, never replaced
//	PLANS    ziping.TENANT.plan.JOB.…                   the job and its inputs, by chunks
//	DEAD     ziping.TENANT.dead.JOB.CLASS.KEY           what no worker could finish
//
// A stream takes one message for each subject and refuses a second, so that a name is
// given once, whoever gives it and however often. Tenants share nothing but servers.
package queue

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/internal/farm"
)

// Options say which servers, how to be let in, and how the streams are made where there
// are none yet.
type Options struct {
	URL        string // one or several, comma-separated
	Tenant     string
	Creds      string // file of a JWT with its seed
	NKey       string // file of a seed
	CA         string // file
	Cert, Key  string // files
	Name       string // of this client, for whoever looks at the servers
	Replicas   int    // 0: three where there are three servers, else one
	QueueBytes int64  // most that waits; submit waits then. 0: no limit
	StoreBytes int64  // most that results and large contents take together. 0: no limit
	Lost       func() // called when the connection is lost
	Back       func() // and when it is back
	Waiting    func() // called when the servers have no leader for now
}

// Queue is a tenant's part of a farm.
type Queue struct {
	NC     *nats.Conn
	JS     jetstream.JetStream
	Tenant string
	o      Options

	refused atomic.Pointer[error] // what the servers last did not let this user do
	heeding sync.Map              // what is to be called then, by *func()
}

const (
	dialTimeout = 3 * time.Second
	askTimeout  = 10 * time.Second
)

// Dial connects; the error is a *farm.Problem.
func Dial(o Options) (*Queue, error) {
	q := &Queue{}
	opts := []nats.Option{
		nats.Name(o.Name), nats.Timeout(dialTimeout), nats.MaxReconnects(-1), nats.ReconnectWait(200 * time.Millisecond),
		nats.PingInterval(20 * time.Second), nats.ReconnectBufSize(-1),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if o.Lost != nil && err != nil {
				o.Lost()
			}
		}),
		nats.ReconnectHandler(func(*nats.Conn) {
			if o.Back != nil {
				o.Back()
			}
		}),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) {
			if errors.Is(err, nats.ErrPermissionViolation) { // whoever asked gets no answer
				q.refused.Store(&err)
				q.heeding.Range(func(try, _ any) bool { (*try.(*func()))(); return true })
			} // other errors are told by what fails
		}),
	}
	if o.Creds != "" {
		if err := credentials(o.Creds); err != nil {
			return nil, badFile("--creds", o.Creds, err)
		}
		opts = append(opts, nats.UserCredentials(o.Creds))
	}
	if o.NKey != "" {
		opt, err := nats.NkeyOptionFromSeed(o.NKey)
		if err != nil {
			return nil, badFile("--nkey", o.NKey, err)
		}
		opts = append(opts, opt)
	}
	if o.CA != "" {
		opts = append(opts, nats.RootCAs(o.CA))
	}
	if o.Cert != "" || o.Key != "" {
		opts = append(opts, nats.ClientCert(o.Cert, o.Key))
	}
	nc, err := nats.Connect(o.URL, opts...)
	if err != nil {
		return nil, explain(o.URL, err)
	}
	js, err := jetstream.New(nc, jetstream.WithDefaultTimeout(askTimeout), jetstream.WithPublishAsyncTimeout(attempt))
	if err != nil {
		nc.Close()
		return nil, explain(o.URL, err)
	}
	if o.Tenant == "" {
		o.Tenant = "main"
	}
	q.NC, q.JS, q.Tenant, q.o = nc, js, o.Tenant, o
	return q, nil
}

// credentials reports a file that holds no JWT or no seed. What they are worth the server
// says.
func credentials(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if _, err := jwt.ParseDecoratedJWT(text); err != nil {
		return err
	}
	_, err = jwt.ParseDecoratedUserNKey(text)
	return err
}

// refusal is the error of who got no answer because the servers do not let this user ask,
// nil if they let it, or have not said yet.
func (q *Queue) refusal() error {
	if err := q.refused.Load(); err != nil {
		return q.Explain(*err)
	}
	return nil
}

// Close gives the connection up; what was sent is sent. Servers that are away now are not
// waited for: nothing is kept for them.
func (q *Queue) Close() {
	if q.NC.IsConnected() {
		_ = q.NC.FlushTimeout(askTimeout)
	}
	q.NC.Close()
}

// Server is the server that answers now.
func (q *Queue) Server() string { return q.NC.ConnectedUrlRedacted() }

// Explain is an error of the servers as a *farm.Problem.
func (q *Queue) Explain(err error) error { return explain(q.o.URL, err) }

func (q *Queue) subject(kind string, parts ...string) string {
	return strings.Join(append([]string{"ziping", q.Tenant, kind}, parts...), ".")
}

func (q *Queue) stream(kind string) string {
	return "ZIPING-" + strings.ToUpper(q.Tenant) + "-" + kind
}

// The streams.
const (
	tasks   = "TASKS"
	results = "RESULTS"
	plans   = "PLANS"
	dead    = "DEAD"
)

// replicas is how many servers hold each message.
func (q *Queue) replicas() int {
	switch {
	case q.o.Replicas > 0:
		return q.o.Replicas
	case len(q.NC.Servers()) >= 3 && q.NC.ConnectedClusterName() != "":
		return 3
	}
	return 1
}

// config is how a stream is to be.
func (q *Queue) config(kind, subject string) jetstream.StreamConfig {
	c := jetstream.StreamConfig{
		Name: q.stream(kind), Subjects: []string{q.subject(subject, ">")},
		Storage: jetstream.FileStorage, Replicas: q.replicas(), MaxMsgsPerSubject: 1,
		Discard: jetstream.DiscardNew, DiscardNewPerSubject: true, Duplicates: 2 * time.Minute, AllowDirect: true,
	}
	switch kind {
	case tasks:
		c.Retention, c.MaxBytes = jetstream.WorkQueuePolicy, q.o.QueueBytes
	case plans: // submitted again, an input may have changed
		c.Discard, c.DiscardNewPerSubject = jetstream.DiscardOld, false
	case results:
		c.MaxBytes = q.o.StoreBytes
	}
	if c.MaxBytes == 0 {
		c.MaxBytes = -1
	}
	return c
}

// Prepare makes the streams that are not there yet. One that is there with other settings
// is left as it is; the *farm.Problem names the first that differs.
func (q *Queue) Prepare(ctx context.Context) error { return q.settled(ctx, q.prepare) }

func (q *Queue) prepare(ctx context.Context) error {
	for _, s := range [][2]string{{tasks, "task"}, {results, "result"}, {plans, "plan"}, {dead, "dead"}} {
		want := q.config(s[0], s[1])
		found, err := q.JS.Stream(ctx, want.Name)
		if errors.Is(err, jetstream.ErrStreamNotFound) {
			found, err = q.JS.CreateStream(ctx, want)
			if errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) { // someone was faster
				found, err = q.JS.Stream(ctx, want.Name)
			}
		}
		if err != nil {
			return err
		}
		if what := q.differs(want, found.CachedInfo().Config); what != "" {
			return otherSettings(want.Name, what)
		}
	}
	return nil
}

// differs names a setting that is not as it has to be. How many replicas there are and
// what the streams may take is the business of whoever runs the servers, unless it was
// asked for.
func (q *Queue) differs(want, got jetstream.StreamConfig) string {
	for _, x := range []struct {
		name      string
		want, got any
	}{
		{"subjects", want.Subjects, got.Subjects},
		{"retention", want.Retention, got.Retention},
		{"discard", want.Discard, got.Discard},
		{"discard_new_per_subject", want.DiscardNewPerSubject, got.DiscardNewPerSubject},
		{"max_msgs_per_subject", want.MaxMsgsPerSubject, got.MaxMsgsPerSubject},
	} {
		if fmt.Sprint(x.want) != fmt.Sprint(x.got) {
			return fmt.Sprintf("%s=%v (%v)", x.name, x.got, x.want)
		}
	}
	if q.o.Replicas > 0 && got.Replicas != q.o.Replicas {
		return fmt.Sprintf("num_replicas=%d (%d)", got.Replicas, q.o.Replicas)
	}
	return ""
}

// There reports whether a farm is there: someone has submitted, or serves.
func (q *Queue) There(ctx context.Context) error {
	_, err := q.JS.Stream(ctx, q.stream(plans))
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		return noFarm(q.o.URL, q.Tenant)
	}
	if err != nil {
		return q.Explain(err)
	}
	return nil
}

// taskSubject is where a task waits.
func (q *Queue) taskSubject(program string, class farm.Class, job, key string) string {
	return q.subject("task", farm.Token(program), string(class), job, key)
}

// resultSubject is a result's name.
func (q *Queue) resultSubject(job, key string) string { return q.subject("result", job, key) }

// Bucket is the name of the tenant's object store.
func (q *Queue) Bucket() string { return "ziping-" + q.Tenant }

// Limits are what the object store is made with.
func (q *Queue) Limits() (replicas int, bytes int64) { return q.replicas(), q.o.StoreBytes }
