package store

import (
	"context"
	"errors"

	"github.com/nats-io/nats.go/jetstream"
)

// objects is JetStream's object store: on the servers of the queue, with their replicas.
type objects struct {
	b jetstream.ObjectStore
	q Servers
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
	return &objects{b, q}, nil
}

// Put stores an object. Of two who store one at once the later replaces the same bytes.
func (o *objects) Put(ctx context.Context, name string, data []byte) error {
	if info, err := o.b.GetInfo(ctx, name); err == nil && info.Size == uint64(len(data)) {
		return nil
	}
	_, err := o.b.PutBytes(ctx, name, data)
	return o.q.Explain(err)
}

// Get reads an object, whose digest the client checks.
func (o *objects) Get(ctx context.Context, name string) ([]byte, error) {
	data, err := o.b.GetBytes(ctx, name)
	if errors.Is(err, jetstream.ErrObjectNotFound) {
		return nil, ErrNone
	}
	return data, o.q.Explain(err)
}
