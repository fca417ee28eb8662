;;; trouble.el --- The server missing, dying, too old  -*- lexical-binding: t; -*-
;; SPDX-License-Identifier: MIT

;;; Code:

(require 'check)

(declare-function lsp "lsp-mode")

;; In batch nothing is ever idle, which is what lsp-deferred waits for.
(defun trouble-start ()
  "Do what opening one more letter does."
  (ignore-errors
    (inkling-start)
    (when (eq check-client 'lsp-mode)
      (lsp))))

(let* ((trouble (getenv "TROUBLE"))
       (words (pcase trouble
                ("missing" "was not found")
                ("dies" "three times in a row")
                ("old" "please update the server")))
       (said (lambda () (check-count words (check-messages)))))
  (setq exec-path (split-string (getenv "PATH") ":"))
  (defvar lsp-restart)
  (setq lsp-restart 'auto-restart)
  (check-run
   (find-file "letter.jot")
   (goto-char (point-max))
   (insert "Still here.\n")
   (dotimes (_ 5)
     (trouble-start)
     (ignore-errors (run-hooks 'post-command-hook))
     (check-rest 0.4))
   (check-soon (concat trouble ": one sentence")
               (lambda () (= 1 (funcall said))) #'check-messages)
   (trouble-start)
   (check-rest 0.5)
   (check (concat trouble ": not again") (= 1 (funcall said)) (check-messages))
   (goto-char (point-max))
   (insert "And here.\n")
   (write-region nil nil "saved.jot" nil 'quiet)
   (check (concat trouble ": no word is lost")
          (with-temp-buffer
            (insert-file-contents "saved.jot")
            (search-forward "And here." nil t)))
   (set-buffer-modified-p nil)))
;;; trouble.el ends here
