package queue

import (
	"context"
	"errors"
	"net"
	"os"
	"strings"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"ziping/extract"
	"ziping/internal/farm"
)

// The codes of JetStream's errors that matter here and have no name in its client.
const (
	codeNoSpace    = 10047 // insufficient resources
	codeMaxStore   = 10028 // of the account
	codeStoreFull  = 10077 // a stream's limit; the text says which
	codeNoPeers    = 10005 // not enough servers for the replicas
	codeNoQuorum   = 10008 // temporarily unavailable
	codeReplicas   = 10074 // replicas without a cluster
	codeMoreMemory = 10023
)

// exists reports that a name was given before.
func exists(err error) bool {
	return err != nil && strings.Contains(err.Error(), "maximum messages per subject exceeded")
}

// full reports that a stream, an account or a disk takes no more.
func full(err error) bool {
	if err == nil {
		return false
	}
	for _, text := range []string{"maximum bytes exceeded", "no space left", "resource limits exceeded", "insufficient storage", "insufficient resources"} {
		if strings.Contains(err.Error(), text) {
			return true
		}
	}
	var api *jetstream.APIError
	return errors.As(err, &api) && (api.ErrorCode == codeNoSpace || api.ErrorCode == codeMaxStore || api.ErrorCode == codeMoreMemory)
}

// explain says what went wrong with the servers.
func explain(url string, err error) error {
	var done *farm.Problem
	if err == nil || errors.As(err, &done) {
		return err
	}
	url = redacted(url)
	var api *jetstream.APIError
	_ = errors.As(err, &api)
	code := jetstream.ErrorCode(0)
	if api != nil {
		code = api.ErrorCode
	}
	text := strings.ToLower(err.Error())
	var network *net.OpError
	problem := func(zh, en, hintZH, hintEN string) error {
		return &farm.Problem{Message: extract.Text{ZH: zh, EN: en}, Hint: extract.Text{ZH: hintZH, EN: hintEN}, Err: err}
	}
	switch {
	case errors.Is(err, nats.ErrAuthorization), errors.Is(err, nats.ErrAuthExpired), errors.Is(err, nats.ErrAccountAuthExpired), strings.Contains(text, "authorization violation"), strings.Contains(text, "authentication"):
		return problem(url+" 不接受所给的凭据", url+" does not accept these credentials",
			"请检查 URL 中的用户名和密码，或 --creds、--nkey 文件是否属于这台服务器、是否已过期", "check the user and password in the URL, or that the file of --creds or --nkey belongs to this server and has not expired")
	case errors.Is(err, nats.ErrPermissionViolation), strings.Contains(text, "permissions violation"):
		return problem(url+" 不允许此用户这样做："+err.Error(), url+" does not let this user do that: "+err.Error(),
			"此用户需要发布 ziping.TENANT.>、$O.ziping-TENANT.>、$JS.API.>、$JS.ACK.> 和 _INBOX.>，订阅 ziping.TENANT.> 和 _INBOX.>", "it needs to publish to ziping.TENANT.>, $O.ziping-TENANT.>, $JS.API.>, $JS.ACK.> and _INBOX.>, and to subscribe to ziping.TENANT.> and _INBOX.>")
	case strings.Contains(text, "x509"), strings.Contains(text, "tls"), strings.Contains(text, "certificate"):
		return problem(url+" 的证书不能验证："+err.Error(), "the certificate of "+url+" cannot be verified: "+err.Error(),
			"请用 --tls-ca 给出签发者的证书；服务器要求客户端证书时用 --tls-cert 和 --tls-key", "name the issuer's certificate with --tls-ca; where the server asks for one of the client, --tls-cert and --tls-key")
	case errors.Is(err, jetstream.ErrJetStreamNotEnabled), errors.Is(err, jetstream.ErrJetStreamNotEnabledForAccount):
		return problem(url+" 没有启用 JetStream", url+" has no JetStream",
			"请在服务器上启用（nats-server -js），或用 ziping-farm serve", "enable it on the server (nats-server -js), or use ziping-farm serve")
	case code == codeReplicas || code == codeNoPeers:
		return problem(url+" 的服务器不够保存这么多副本", url+" has not enough servers for so many replicas",
			"请减小 --replicas，或加服务器", "lower --replicas, or add servers")
	case full(err):
		return problem("存储已满："+url, "the store is full: "+url,
			"请腾出空间或放宽 --store-bytes、账户的上限；没有丢失任何东西，之后会继续", "free space, or raise --store-bytes or the account's limit; nothing is lost, and work goes on then")
	case code == codeNoQuorum:
		return problem(url+" 的多数服务器不在线，暂时不能写", "most servers of "+url+" are away; nothing can be written for now",
			"请重新启动停下的服务器；没有丢失任何东西", "start those that stopped; nothing is lost")
	case errors.Is(err, nats.ErrNoServers), errors.As(err, &network), errors.Is(err, nats.ErrTimeout), errors.Is(err, context.DeadlineExceeded), errors.Is(err, nats.ErrNoResponders), errors.Is(err, jetstream.ErrNoStreamResponse):
		return problem("没有服务器应答："+url, "no server answers at "+url,
			"请检查地址和端口，服务器是否已启动（ziping-farm serve），防火墙是否放行", "check the address and the port, that the server runs (ziping-farm serve), and the firewall")
	}
	return problem("服务器 "+url+" 报告："+err.Error(), url+" says: "+err.Error(), "请查看服务器的日志", "look at the server's log")
}

func badFile(flag, name string, err error) error {
	why := extract.Text{ZH: "不是种子文件", EN: "no seed in it"}
	if errors.Is(err, os.ErrNotExist) {
		why = extract.Text{ZH: "没有这个文件", EN: "no such file"}
	}
	return &farm.Problem{
		Message: extract.Text{ZH: flag + " " + name + " 不能用：" + why.ZH, EN: flag + " " + name + " cannot be used: " + why.EN},
		Hint:    extract.Text{ZH: "请检查路径；文件应由 nsc 或 nk 生成", EN: "check the path; nsc and nk make such files"}, Err: err,
	}
}

func otherSettings(stream, what string) error {
	return &farm.Problem{
		Message: extract.Text{ZH: "流 " + stream + " 已存在，但设置不同：" + what, EN: "the stream " + stream + " exists with other settings: " + what + " wanted"},
		Hint: extract.Text{
			ZH: "它未被改动；请用另一个 --tenant，或确认无用后删除（nats stream rm " + stream + "）",
			EN: "it was left as it is; use another --tenant, or remove it once you know that nobody needs it (nats stream rm " + stream + ")",
		},
	}
}

func noFarm(url, tenant string) error {
	return &farm.Problem{
		Message: extract.Text{ZH: redacted(url) + " 上没有 " + tenant + " 的任务", EN: "nothing was submitted to " + redacted(url) + " for " + tenant},
		Hint:    extract.Text{ZH: "请先 ziping-farm submit，或检查 --tenant", EN: "ziping-farm submit comes first; or check --tenant"},
	}
}

// redacted is a list of URLs without what stands before an @.
func redacted(urls string) string {
	parts := strings.Split(urls, ",")
	for i, u := range parts {
		scheme, rest, ok := strings.Cut(u, "://")
		if !ok {
			scheme, rest = "nats", u
		}
		if at := strings.LastIndexByte(rest, '@'); at >= 0 {
			rest = "***@" + rest[at+1:]
		}
		parts[i] = scheme + "://" + rest
	}
	return strings.Join(parts, ",")
}
