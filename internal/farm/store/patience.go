package store

import (
	"context"
	"errors"
	"io/fs"
	"time"
)

// Patiently does what a store is asked for until it is done: a store may be away or full
// for a while. What is not there, or not allowed, is not waited for.
func Patiently(ctx context.Context, trouble func(error), do func() error) error {
	for pause := 50 * time.Millisecond; ; pause = min(2*pause, 5*time.Second) {
		err := do()
		if err == nil || errors.Is(err, ErrNone) || errors.Is(err, fs.ErrPermission) {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if trouble != nil {
			trouble(err)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
