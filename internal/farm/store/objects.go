package store

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// objects is JetStream's object store: on the servers of the queue, with their replicas.
type objects struct {
	b      jetstream.ObjectStore
	q      Servers
	js     jetstream.JetStream
	bucket string
}

func openObjects(ctx context.Context, js jetstream.JetStream, q Servers) (Store, error) {
	b, err := js.ObjectStore(ctx, q.Bucket())
	if errors.Is(err, jetstream.ErrBucketNotFound) {
		replicas, bytes := q.Limits()
		if bytes == 0 {
			bytes = -1
		}
		b, err = js.CreateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: q.Bucket(), Replicas: replicas, MaxBytes: bytes, Storage: jetstream.FileStorage})
		if errors.Is(err, jetstream.ErrBucketExists) {
			b, err = js.ObjectStore(ctx, q.Bucket())
		}
	}
	if err != nil {
		return nil, q.Explain(err)
	}
	return &objects{b, q, js, q.Bucket()}, nil
}

// Put stores an object. Of two who store one at once the later replaces the same bytes.
func (o *objects) Put(ctx context.Context, name string, data []byte) error {
	if size, err := o.whole(ctx, name); err == nil && size == uint64(len(data)) {
		return nil
	}
	_, err := o.b.PutBytes(ctx, name, data)
	return o.q.Explain(err)
}

// replacing is how long an object may seem to have gone while the same bytes take its place.
const replacing = 100 * time.Millisecond

// whole is the size of an object all of whose pieces are there, else ErrNone: a store that
// was full in the middle has its name and not the rest.
func (o *objects) whole(ctx context.Context, name string) (uint64, error) {
	info, err := o.b.GetInfo(ctx, name)
	if errors.Is(err, jetstream.ErrObjectNotFound) {
		return 0, ErrNone
	}
	if err != nil {
		return 0, err
	}
	pieces := "$O." + o.bucket + ".C." + info.NUID
	s, err := o.js.Stream(ctx, "OBJ_"+o.bucket)
	if err != nil {
		return 0, err
	}
	held, err := s.Info(ctx, jetstream.WithSubjectFilter(pieces))
	if err != nil {
		return 0, err
	}
	if held.State.Subjects[pieces] != uint64(info.Chunks) {
		return 0, ErrNone
	}
	return info.Size, nil
}

// Get reads an object, whose digest the client checks.
func (o *objects) Get(ctx context.Context, name string) ([]byte, error) {
	for try := 1; ; try++ {
		_, err := o.whole(ctx, name)
		if err == nil {
			break
		}
		if !errors.Is(err, ErrNone) {
			return nil, o.q.Explain(err)
		}
		if try == 3 {
			return nil, ErrNone
		}
		time.Sleep(replacing)
	}
	data, err := o.b.GetBytes(ctx, name)
	if errors.Is(err, jetstream.ErrObjectNotFound) {
		return nil, ErrNone
	}
	return data, o.q.Explain(err)
}
